package org.soqljdbc.simulated.write;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.soqljdbc.simulated.data.Address;
import org.soqljdbc.simulated.data.Blob;
import org.soqljdbc.simulated.data.Place;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;

/** Computes the fields of a written row that follow from its other fields. */
final class DerivedFields {

    /** Stage to probability and forecast category, as the rows of the beginning have them. */
    private static final Map<String, String> STAGES = Map.of(
            "Prospecting", "10 Pipeline",
            "Qualification", "10 Pipeline",
            "Needs Analysis", "20 Pipeline",
            "Value Proposition", "50 BestCase",
            "Negotiation/Review", "90 Forecast",
            "Closed Won", "100 Closed",
            "Closed Lost", "0 Omitted");

    private static final Set<String> PEOPLE = Set.of("Contact", "Lead", "User");

    private final SObjectType type;
    private final Object[] values;
    private final Set<Field> sent;

    /** @param values changed in place @param sent the fields that the request set */
    DerivedFields(SObjectType type, Object[] values, Set<Field> sent) {
        this.type = type;
        this.values = values;
        this.sent = sent;
    }

    void compute() {
        if (PEOPLE.contains(type.name())) {
            String first = (String) get("FirstName");
            set("Name", first == null ? get("LastName") : first + " " + get("LastName"));
        }
        switch (type.name()) {
            case "Account" -> set("Margin__c", get("AnnualRevenue") instanceof Double amount ? amount * 0.25 : null);
            case "Opportunity" -> opportunity();
            case "Case" -> set("IsClosed", "Closed".equals(get("Status")));
            case "Task" -> {
                set("IsClosed", "Completed".equals(get("Status")));
                if (isSent("Priority")) {
                    set("IsHighPriority", "High".equals(get("Priority")));
                }
            }
            case "Event" -> {
                if (get("Recurrence2PatternText") != null && get("Recurrence2PatternStartDate") == null) {
                    set("IsRecurrence2", true);
                    set("Recurrence2PatternStartDate", get("StartDateTime"));
                }
            }
            case "Attachment", "Document" -> set("BodyLength", size("Body"));
            case "ContentVersion" -> set("ContentSize", size("VersionData"));
            default -> {
                // No other object has fields computed from its own.
            }
        }
        type.fields().forEach(this::compound);
    }

    private void opportunity() {
        String stage = STAGES.getOrDefault(String.valueOf(get("StageName")), "0 Pipeline");
        boolean staged = isSent("StageName");
        boolean given = isSent("Probability");
        if (staged) {
            set("ForecastCategory", stage.substring(stage.indexOf(' ') + 1));
        }
        if (staged && !given || get("Probability") == null) {
            set("Probability", Double.valueOf(stage.substring(0, stage.indexOf(' '))));
        }
        set("IsWon", "Closed Won".equals(get("StageName")));
        set("IsClosed", Objects.toString(get("StageName"), "").startsWith("Closed"));
        if (get("CloseDate") instanceof LocalDate date) {
            int quarter = (date.getMonthValue() + 2) / 3;
            set("FiscalYear", date.getYear());
            set("FiscalQuarter", quarter);
            set("Fiscal", date.getYear() + " " + quarter);
        }
        // The rows of the beginning have a revenue of their own until something it depends on is written.
        if (!staged && !given && !isSent("Amount")) {
            return;
        }
        if (get("Amount") instanceof Double amount && get("Probability") instanceof Double probability) {
            set("ExpectedRevenue", Math.rint(amount * probability) / 100);
        } else {
            set("ExpectedRevenue", null);
        }
    }

    private Object size(String blob) {
        return get(blob) instanceof Blob content ? content.bytes().length : 0;
    }

    /** A compound field from its parts, which stand before it. */
    private void compound(Field field) {
        int at = field.column();
        if (field.type().equals("location")) {
            boolean known = values[at - 2] != null && values[at - 1] != null;
            values[at] = known ? new Place((Double) values[at - 2], (Double) values[at - 1]) : null;
        } else if (field.type().equals("address")) {
            boolean empty = true;
            for (int part = at - 8; part < at; part++) {
                empty &= values[part] == null;
            }
            values[at] = empty ? null : address(at - 8);
        }
    }

    /** @param first column of the street; city, state, postal code, country, latitude, longitude, accuracy follow */
    private Address address(int first) {
        return new Address(
                (String) values[first + 1],
                (String) values[first + 4],
                (String) values[first + 7],
                (Double) values[first + 5],
                (Double) values[first + 6],
                (String) values[first + 3],
                (String) values[first + 2],
                (String) values[first]);
    }

    private boolean isSent(String name) {
        return type.field(name).filter(sent::contains).isPresent();
    }

    private Object get(String name) {
        return type.field(name).map(field -> values[field.column()]).orElse(null);
    }

    private void set(String name, Object value) {
        type.field(name).ifPresent(field -> values[field.column()] = value);
    }
}
