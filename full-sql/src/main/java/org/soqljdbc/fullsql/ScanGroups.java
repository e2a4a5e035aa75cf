package org.soqljdbc.fullsql;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.soqljdbc.grammar.soql.Function;

/** What the org computes of each group. @param calls in order */
record ScanGroups(List<Call> calls) {

    ScanGroups {
        calls = List.copyOf(calls);
    }

    /**
     * One aggregate.
     *
     * @param name its alias
     * @param column what it is of, an index into the columns of the scan
     */
    record Call(String name, Function function, int column, RelDataType type) {}
}
