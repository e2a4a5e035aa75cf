package org.soqljdbc.spark;

import java.math.BigInteger;
import java.sql.SQLDataException;
import java.util.regex.Pattern;

/**
 * A record's Id as the number it is: three characters for the object, twelve digits of base 62, and three more that only
 * repeat which letters are capitals.
 *
 * @param prefix the three characters of the object
 * @param number of the twelve digits, 0 or more and below 62^12
 */
record RecordId(String prefix, BigInteger number) {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final String SUFFIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int PREFIX_LENGTH = 3;
    private static final int LENGTH = 15;
    private static final int GROUP = 5;
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{15}([0-9A-Za-z]{3})?");

    /** @throws SQLDataException 22000 for what is no Id of 15 or 18 characters */
    static RecordId of(String id) throws SQLDataException {
        if (!ID.matcher(id).matches()) {
            throw new SQLDataException("'" + id + "' is no Id of a Salesforce record", "22000");
        }
        BigInteger number = BigInteger.ZERO;
        for (char digit : id.substring(PREFIX_LENGTH, LENGTH).toCharArray()) {
            number = number.multiply(BASE).add(BigInteger.valueOf(DIGITS.indexOf(digit)));
        }
        return new RecordId(id.substring(0, PREFIX_LENGTH), number);
    }

    RecordId at(BigInteger other) {
        return new RecordId(prefix, other);
    }

    /** The 18 characters. */
    String text() {
        StringBuilder digits = new StringBuilder();
        BigInteger rest = number;
        for (int i = PREFIX_LENGTH; i < LENGTH; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        String id = prefix + digits.reverse();
        StringBuilder text = new StringBuilder(id);
        for (int start = 0; start < LENGTH; start += GROUP) {
            int capitals = 0;
            for (int i = 0; i < GROUP; i++) {
                char character = id.charAt(start + i);
                if (character >= 'A' && character <= 'Z') {
                    capitals |= 1 << i;
                }
            }
            text.append(SUFFIXES.charAt(capitals));
        }
        return text.toString();
    }
}
