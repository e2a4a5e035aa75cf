package org.soqljdbc.bind.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/**
 * An UPDATE or DELETE whose names are found. The rows it is about are named by their Ids, or a query answers them: their
 * Id first, then what each assignment that is not constant needs.
 */
public final class BoundUpdate {

    /** What a column becomes. @param expression constant, DEFAULT, or what the query answers */
    record Assigned(TargetColumn column, Expression expression) {

        boolean isQueried() {
            return !(expression instanceof Expression.Default) && !ConstantExpressions.isConstant(expression);
        }
    }

    private final TargetTable table;
    private final List<Assigned> assigned;
    private final RecordMaker maker;
    private final Optional<IdCondition> ids;
    private final Query query;
    private final boolean joined;

    BoundUpdate(
            TargetTable table,
            WriteOperation operation,
            List<Assigned> assigned,
            Optional<IdCondition> ids,
            Query query,
            boolean joined) {
        this.joined = joined;
        this.table = table;
        this.assigned = List.copyOf(assigned);
        this.maker = new RecordMaker(
                operation, assigned.stream().map(Assigned::column).toList());
        this.ids = ids;
        this.query = query;
    }

    public TargetTable table() {
        return table;
    }

    public WriteOperation operation() {
        return maker.operation();
    }

    /** The Ids of the rows; empty if a query is needed to find rows or values. */
    public Optional<IdCondition> ids() {
        return ids;
    }

    /** What answers the rows and their values. */
    public Query query() {
        return query;
    }

    /** Whether the query may answer a row several times. */
    public boolean mayRepeatRows() {
        return joined;
    }

    /** The column a parameter is written to; empty if it stands elsewhere. */
    public Optional<Column> parameter(int index) {
        Expression.Parameter parameter = new Expression.Parameter(index);
        if (ids.filter(condition -> condition.names(parameter)).isPresent()) {
            return table.object()
                    .field("Id")
                    .map(field -> new TargetColumn(field.name(), field, Optional.empty())
                            .column(table.object().name()));
        }
        return assigned.stream()
                .filter(one -> one.expression().equals(parameter))
                .findFirst()
                .map(one -> one.column().column(table.object().name()));
    }

    /** The records of the rows that the condition names. */
    public List<WriteRecord> records(IdCondition condition, ConstantExpressions constants) throws SQLException {
        Values values = values(constants);
        List<WriteRecord> records = new ArrayList<>();
        for (String id : condition.ids(constants)) {
            records.add(values.record(id, List.of(), ""));
        }
        return records;
    }

    /** What is constant in a run, worked out once for all its rows. */
    public Values values(ConstantExpressions constants) throws SQLException {
        List<Optional<ParameterValue>> constant = new ArrayList<>(assigned.size());
        for (Assigned one : assigned) {
            boolean known = !one.isQueried() && !(one.expression() instanceof Expression.Default);
            constant.add(known ? Optional.of(constants.value(one.expression())) : Optional.empty());
        }
        return new Values(constant);
    }

    /** Makes the records of one run. */
    public final class Values {

        private final List<Optional<ParameterValue>> constant;

        private Values(List<Optional<ParameterValue>> constant) {
            this.constant = constant;
        }

        /** Refuses, before any row is looked for, what would fit none. @throws SQLException 22xxx or 23502 */
        public void requireFit() throws SQLException {
            for (int i = 0; i < constant.size(); i++) {
                if (!assigned.get(i).isQueried()) {
                    maker.updated(i, constant.get(i), "");
                }
            }
        }

        /**
         * The record of one row.
         *
         * @param queried what the query answered behind the Id
         * @param row what messages call the row; may be empty
         */
        public WriteRecord record(String id, List<ParameterValue> queried, String row) throws SQLException {
            if (operation().verb() == WriteVerb.DELETE) {
                return WriteRecord.deleted(operation().object().name(), id);
            }
            List<Optional<ParameterValue>> values = new ArrayList<>(constant);
            int next = 0;
            for (int i = 0; i < values.size(); i++) {
                if (assigned.get(i).isQueried()) {
                    values.set(i, Optional.of(queried.get(next++)));
                }
            }
            return maker.update(id, values, row);
        }
    }
}
