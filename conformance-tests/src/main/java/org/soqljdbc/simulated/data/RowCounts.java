package org.soqljdbc.simulated.data;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.SObjectType.Storage;
import org.soqljdbc.simulated.schema.Schema;

/** How many rows each object has. */
final class RowCounts {

    private static final int HIDDEN = 3;
    private static final int GENERATED = 5;
    private static final Map<String, Integer> USUAL = Map.ofEntries(
            Map.entry("Account", 60),
            Map.entry("Contact", 5000),
            Map.entry("Opportunity", 300),
            Map.entry("OpportunityLineItem", 600),
            Map.entry("OpportunityContactRole", 200),
            Map.entry("Product2", 40),
            Map.entry("Pricebook2", 2),
            Map.entry("PricebookEntry", 80),
            Map.entry("Order", 50),
            Map.entry("Case", 120),
            Map.entry("Task", 400),
            Map.entry("Event", 150),
            Map.entry("User", 8),
            Map.entry("Group", 5),
            Map.entry("Calendar", 2),
            Map.entry("Profile", 3),
            Map.entry("UserRole", 4),
            Map.entry("Lead", 200),
            Map.entry("Campaign", 12),
            Map.entry("CampaignMember", 100),
            Map.entry("Attachment", 10),
            Map.entry("ContentDocument", 12),
            Map.entry("ContentVersion", 12),
            Map.entry("ContentDocumentLink", 24),
            Map.entry("Organization", 1),
            Map.entry("AccountHistory", 90),
            Map.entry("AccountFeed", 20),
            Map.entry("Invoice__c", 100),
            Map.entry("Invoice_Line__c", 350),
            Map.entry("RelatedThing__c", 75),
            Map.entry("Type_Sample__c", 50),
            Map.entry("Preference__c", 3),
            Map.entry("Rate__mdt", 10),
            Map.entry("Reading__b", 200),
            Map.entry("Remote_Order__x", 30));

    private final Map<String, Integer> live = new HashMap<>();

    /** @param chosen by object name in lower case */
    RowCounts(Schema schema, Map<String, Integer> chosen) {
        for (SObjectType type : schema.types()) {
            live.put(type.name(), count(schema, type, chosen));
        }
    }

    private static int count(Schema schema, SObjectType type, Map<String, Integer> chosen) {
        return switch (type.name()) {
            case "RecordType" -> CatalogRows.recordTypes(schema).size();
            case "EntityDefinition" -> CatalogRows.entities(schema).size();
            case "FieldDefinition" -> CatalogRows.fields(schema).size();
            default ->
                type.queryable()
                        ? chosen.getOrDefault(
                                type.name().toLowerCase(Locale.ROOT), USUAL.getOrDefault(type.name(), GENERATED))
                        : 0;
        };
    }

    /** Rows that a query sees. @param object its name as declared */
    int live(String object) {
        return live.get(object);
    }

    int live(SObjectType type) {
        return live.get(type.name());
    }

    /** Rows that only queryAll sees. */
    int hidden(SObjectType type) {
        boolean canHide = type.field("IsDeleted").isPresent() && live(type) > 0;
        return type.storage() == Storage.ORDINARY && canHide ? HIDDEN : 0;
    }
}
