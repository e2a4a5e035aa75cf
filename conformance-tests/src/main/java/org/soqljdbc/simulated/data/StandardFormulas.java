package org.soqljdbc.simulated.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/** The formulae written for particular fields: names people know, keys, and fields that must agree with each other. */
final class StandardFormulas {

    private static final String[] ACCOUNTS = {
        "Acme",
        "Burlington Textiles Corp of America",
        "Dickenson plc",
        "Edge Communications",
        "edge communications",
        "Express Logistics and Transport",
        "GenePoint",
        "Grand Hotels & Resorts Ltd",
        "Pyramid Construction Inc.",
        "sForce",
        "United Oil & Gas Corp.",
        "United Oil & Gas, Singapore",
        "United Oil & Gas, UK",
        "University of Arizona",
        "O'Brien \\ Sons",
        "Holding \"Quoted\"",
        "İstanbul Ticaret",
        "ışık Enerji",
        "Straßenbau Müller GmbH",
        "日本商事株式会社",
        "Çağrı 100% Medya",
        "under_score Labs"
    };
    private static final String[] FIRST = {
        "Rose", "Sean", "Jack", "Pat", "Andy", "Tim", "John", "Stella", "Lauren", "Babara", "Josh", "Jane", "Arthur",
        "Ashley", "Tom", "Liz", "Edna", "Avi", "İpek", "Işıl"
    };
    private static final String[] LAST = {
        "Gonzalez", "Forbes", "Rogers", "Stumuller", "Young", "Barr", "Bond", "Pavlova", "Boyle", "Levy", "Davis",
        "Grey", "Song", "James", "Ripley", "D'Cruz", "Frank", "Green", "Yılmaz", "van der Berg", "O'Neil", "Müller"
    };
    private static final String[] STAGES = {
        "Prospecting",
        "Qualification",
        "Needs Analysis",
        "Value Proposition",
        "Negotiation/Review",
        "Closed Won",
        "Closed Lost"
    };
    private static final int SERIES = 10;
    private static final double[] PROBABILITIES = {10, 10, 20, 50, 90, 100, 0};
    private static final String[] FORECASTS = {
        "Pipeline", "Pipeline", "Pipeline", "BestCase", "Forecast", "Closed", "Omitted"
    };

    private final Schema schema;
    private final RowCounts counts;
    private final Map<String, Formula> formulas = new HashMap<>();

    StandardFormulas(Schema schema, RowCounts counts) {
        this.schema = schema;
        this.counts = counts;
        accounts();
        people();
        sales();
        service();
        events();
        files();
        administration();
        customObjects();
    }

    Optional<Formula> formula(SObjectType type, Field field) {
        String key = type.name() + "." + field.name();
        return Optional.ofNullable(formulas.get(key))
                .or(() -> type.name().equals("Type_Sample__c")
                        ? TypeSamples.formula(schema, counts, type, field)
                        : Optional.empty())
                .or(() -> coordinate(key, field));
    }

    /** Latitudes and longitudes come and go together. */
    private static Optional<Formula> coordinate(String key, Field field) {
        boolean latitude = field.name().endsWith("Latitude") || field.name().endsWith("Latitude__s");
        boolean longitude = field.name().endsWith("Longitude") || field.name().endsWith("Longitude__s");
        if (!latitude && !longitude) {
            return Optional.empty();
        }
        String pair = key.replaceAll("(Lat|Long)itude(__s)?$", "");
        double bound = latitude ? 85 : 180;
        return Optional.of(row ->
                Chance.of(pair, row, 4) == 0 ? null : (Chance.of(key, row, 2_000_000) - 1_000_000) * bound / 1_000_000);
    }

    private void accounts() {
        put("Account.Name", row -> row < ACCOUNTS.length ? ACCOUNTS[row] : "Company %03d".formatted(row));
        put("Account.OwnerId", row -> user(row % 3));
        put("Account.RecordTypeId", row -> Ids.of("012", 1 + row % 2));
        put("Account.Ext_Id__c", row -> "EXT-%05d".formatted(row));
        put("Account.Code__c", row -> (row % 2 == 0 ? "key" : "KEY") + row / 2);
        put("Account.Margin__c", row -> {
            Double revenue = (Double) revenue(row);
            return revenue == null ? null : revenue * 0.25;
        });
        put("Account.AnnualRevenue", StandardFormulas::revenue);
        put("Account.NumberOfEmployees", row -> row % 6 == 5 ? null : 10 * (row % 40 + 1));
        // Each third row has no address at all, so that the compound field is null too.
        for (String part : new String[] {"Street", "City", "State", "PostalCode", "Country", "Latitude", "Longitude"}) {
            hideInEachThirdRow(part);
        }
        put("Account.BillingGeocodeAccuracy", row -> row % 3 == 2 ? null : "Address");
    }

    private void hideInEachThirdRow(String part) {
        put("Account.Billing" + part, row -> row % 3 == 2 ? null : billing(part, row));
    }

    private static Object billing(String part, int row) {
        return switch (part) {
            case "Street" -> row + " Main St.\nSuite " + row * 10;
            case "City" -> Chance.pick("city", row, "San Francisco", "İstanbul", "München", "東京");
            case "State" -> row % 4 == 0 ? null : "CA";
            case "PostalCode" -> "%05d".formatted(94_000 + row);
            case "Country" -> "USA";
            case "Latitude" -> 37.0 + row / 100.0;
            default -> -122.0 - row / 100.0;
        };
    }

    private static Object revenue(int row) {
        return Chance.of("revenue", row, 5) == 0
                ? null
                : Chance.pick("revenue!", row, 1.0E7, 9.9213206E7, 1.6147805824397E13, 0.0, 350000.0, 1.2E9);
    }

    private void people() {
        // The first account has a fifth of all contacts, more children than one page holds; the last account has none.
        put("Contact.AccountId", row -> switch (row % 10) {
            case 9 -> null;
            case 0, 1 -> account(0);
            default -> account(1 + (row * 7) % Math.max(1, counts.live("Account") - 2));
        });
        person("Contact", true);
        person("Lead", true);
        person("User", false);
        put("User.Username", row -> row == 0 ? "admin@simulated.example" : "user" + row + "@simulated.example");
        put("User.Alias", row -> "user" + row);
        put("User.IsActive", row -> row != 7);
        put("User.CreatedById", row -> user(0));
        put("User.LastModifiedById", row -> user(0));
        put("User.ManagerId", row -> row == 0 ? null : user((row - 1) / 2));
        put("Contact.Email", row -> row % 13 == 12 ? null : "contact" + row + "@example.com");
    }

    private void person(String object, boolean mayLackFirstName) {
        Formula first = row -> mayLackFirstName && row % 17 == 16 ? null : FIRST[row % FIRST.length];
        Formula last = row -> LAST[row % LAST.length] + (row < LAST.length ? "" : " " + row / LAST.length);
        put(object + ".FirstName", first);
        put(object + ".LastName", last);
        put(object + ".Name", row -> first.at(row) == null ? last.at(row) : first.at(row) + " " + last.at(row));
    }

    private void sales() {
        put("Opportunity.Name", row -> ACCOUNTS[row % ACCOUNTS.length] + " deal " + row);
        put("Opportunity.StageName", row -> STAGES[stage(row)]);
        put("Opportunity.Probability", row -> PROBABILITIES[stage(row)]);
        put("Opportunity.ForecastCategory", row -> FORECASTS[stage(row)]);
        put("Opportunity.IsClosed", row -> stage(row) >= 5);
        put("Opportunity.IsWon", row -> stage(row) == 5);
        put("Opportunity.CloseDate", StandardFormulas::closeDate);
        put("Opportunity.FiscalYear", row -> closeDate(row).getYear());
        put("Opportunity.FiscalQuarter", row -> (closeDate(row).getMonthValue() + 2) / 3);
        put(
                "Opportunity.Fiscal",
                row -> closeDate(row).getYear() + " " + (closeDate(row).getMonthValue() + 2) / 3);
        put("Pricebook2.Name", row -> row == 0 ? "Standard Price Book" : "Partner Price Book");
        put("Pricebook2.IsStandard", row -> row == 0);
        put("Product2.ProductCode", row -> "P-%04d".formatted(row + 1));
        put("Order.OrderNumber", row -> "%08d".formatted(100 + row));
    }

    private static int stage(int row) {
        return Chance.of("Opportunity.StageName", row, STAGES.length);
    }

    /** From a year before the day of the data to a year after. */
    private static LocalDate closeDate(int row) {
        return LocalDate.of(2026, 3, 10).plusDays(Chance.of("Opportunity.CloseDate", row, 731) - 365L);
    }

    private void service() {
        put("Case.CaseNumber", row -> "%08d".formatted(1001 + row));
        put("Case.IsClosed", row -> caseStatus(row).equals("Closed"));
        put("Case.Status", StandardFormulas::caseStatus);
        put("Task.IsClosed", row -> row % 3 == 0);
        put("Task.Status", row -> row % 3 == 0 ? "Completed" : "Not Started");
    }

    /** The first events are one series, a week apart. */
    private void events() {
        Instant first = Instant.parse("2026-03-16T16:00:00Z");
        put("Event.IsRecurrence2", row -> row < SERIES);
        put("Event.IsRecurrence2Exclusion", row -> false);
        put("Event.Recurrence2PatternText", row -> row < SERIES ? "RRULE:FREQ=WEEKLY;COUNT=" + SERIES : null);
        put("Event.Recurrence2PatternStartDate", row -> row < SERIES ? first : null);
        put("Event.StartDateTime", row -> row < SERIES ? first.plus(Duration.ofDays(7L * row)) : null);
    }

    private static String caseStatus(int row) {
        return Chance.pick("Case.Status", row, "New", "Working", "Escalated", "Closed");
    }

    private void files() {
        put("ContentDocument.LatestPublishedVersionId", row -> Ids.of("068", row + 1L));
        put("ContentVersion.ContentDocumentId", row -> Ids.of("069", row + 1L));
        put("ContentVersion.IsLatest", row -> true);
        put("ContentVersion.VersionData", row -> new Blob.Made(row, 300 + 100 * row));
        put("ContentVersion.ContentSize", row -> 300 + 100 * row);
        put("ContentDocument.ContentSize", row -> 300 + 100 * row);
        put("ContentDocumentLink.ContentDocumentId", row -> Ids.of("069", row % 12 + 1L));
        put("Attachment.BodyLength", row -> 300 + 100 * row);
    }

    private void administration() {
        put("Organization.Name", row -> "Simulated Org");
        put("Organization.TimeZoneSidKey", row -> "America/Los_Angeles");
        put("Organization.DefaultLocaleSidKey", row -> "en_US");
        put("Organization.LanguageLocaleKey", row -> "en_US");
        put("Organization.FiscalYearStartMonth", row -> 1);
        put("Organization.Country", row -> "US");
        put("Organization.NamespacePrefix", row -> null);
        put("Profile.Name", row -> new String[] {"System Administrator", "Standard User", "Read Only"}[row % 3]);
        put("Group.Name", row -> "Queue " + (row + 1));
        put("Group.DeveloperName", row -> "Queue_" + (row + 1));
        put("UserRole.DeveloperName", row -> "Role_" + (row + 1));
        put("Rate__mdt.DeveloperName", row -> "Rate_" + (row + 1));
        put("Rate__mdt.MasterLabel", row -> "Rate " + (row + 1));
        put("Rate__mdt.Label", row -> "Rate " + (row + 1));
        put("Rate__mdt.QualifiedApiName", row -> "Rate_" + (row + 1));
        put("Rate__mdt.NamespacePrefix", row -> null);
    }

    private void customObjects() {
        put("Invoice__c.Name", row -> "INV-%04d".formatted(row + 1));
        put("Invoice__c.Ext_Id__c", row -> (row % 2 == 0 ? "inv-" : "INV-") + row / 2);
        put("Invoice__c.Number__c", row -> 1000.0 + row);
        put("Invoice_Line__c.Invoice__c", row -> Ids.of("a00", Chance.of("line", row, counts.live("Invoice__c")) + 1L));
        put("Reading__b.Sensor__c", row -> "S-" + row % 10);
        put("Reading__b.Measured_At__c", row -> OrgRows.NOW.minusSeconds(3600L * (row / 10)));
        put("Remote_Order__x.ExternalId", row -> "R-" + row);
        put("Remote_Order__x.DisplayUrl", row -> "https://erp.example.com/orders/" + row);
    }

    private void put(String field, Formula formula) {
        formulas.put(field, formula);
    }

    private static String user(int row) {
        return Ids.of("005", row + 1L);
    }

    private static String account(int row) {
        return Ids.of("001", row + 1L);
    }
}
