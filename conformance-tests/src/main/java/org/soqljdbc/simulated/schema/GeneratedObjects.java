package org.soqljdbc.simulated.schema;

/** Custom objects by the hundred, for whatever must work in a large org. */
final class GeneratedObjects {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /** Custom objects have the prefixes a00 to azz; the first of them belong to the standard schema. */
    private static final int FIRST_PREFIX = DIGITS.length();

    private GeneratedObjects() {}

    /** The text of the n-th generated object. @param n from 1 */
    static String text(int n) {
        int prefix = FIRST_PREFIX + n;
        if (prefix >= DIGITS.length() * DIGITS.length()) {
            throw new IllegalArgumentException("no key prefix is left for generated object " + n);
        }
        String key = "a" + DIGITS.charAt(prefix / DIGITS.length()) + DIGITS.charAt(prefix % DIGITS.length());
        return """
                object Generated_%1$04d__c %2$s label="Generated %1$04d" plural="Generated %1$04d"
                  OwnerId reference(Group,User) req default rel=Owner
                  Name string(80) req nameField lookup default
                  Account__c reference(Account) rel=Account__r children=Generated_%1$04d__r
                  Text__c string(100)
                  Amount__c currency(18,2)
                  Day__c date
                  Kind__c picklist(A|B|C)
                """.formatted(n, key);
    }
}
