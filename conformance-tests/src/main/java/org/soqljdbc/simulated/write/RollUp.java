package org.soqljdbc.simulated.write;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.data.Table;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/** Keeps {@code Invoice__c.Total__c}, the sum of its lines: what a line gains or loses, the total does. */
final class RollUp {

    private static final String CHILD = "Invoice_Line__c";

    private final Schema schema;
    private final OrgData data;

    RollUp(Schema schema, OrgData data) {
        this.schema = schema;
        this.data = data;
    }

    /** @param before null for a new row @param after null for a deleted one */
    void changed(SObjectType type, Object[] before, Object[] after) {
        if (type.name().equals(CHILD)) {
            add(type, before, -1);
            add(type, after, 1);
        } else if (type.name().equals("Invoice__c") && before == null) {
            after[type.field("Total__c").orElseThrow().column()] = 0.0;
        }
    }

    private void add(SObjectType type, Object[] line, int sign) {
        Object quantity = line == null
                ? null
                : line[type.field("Quantity__c").orElseThrow().column()];
        Object price = line == null
                ? null
                : line[type.field("Unit_Price__c").orElseThrow().column()];
        if (!(quantity instanceof Double count) || !(price instanceof Double each) || count * each == 0) {
            return;
        }
        String invoice = (String) line[type.field("Invoice__c").orElseThrow().column()];
        Field total = schema.type("Invoice__c")
                .flatMap(parent -> parent.field("Total__c"))
                .orElseThrow();
        RowAddress parent = data.find(invoice).orElseThrow();
        Table table = parent.table();
        Object[] values = table.values(parent.row());
        BigDecimal change = BigDecimal.valueOf(count).multiply(BigDecimal.valueOf(each * sign));
        BigDecimal old = values[total.column()] instanceof Double sum ? BigDecimal.valueOf(sum) : BigDecimal.ZERO;
        values[total.column()] =
                old.add(change).setScale(2, RoundingMode.HALF_UP).doubleValue();
        table.update(parent.row(), values);
    }
}
