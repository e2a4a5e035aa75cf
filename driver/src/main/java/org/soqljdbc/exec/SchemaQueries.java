package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.write.RowQueries;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.QueryBody;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.TableReference;

/**
 * The road of every SELECT of SQL, by the schema of its tables: Tooling API has resources of its own, so one statement
 * reads either its objects or the org's.
 */
record SchemaQueries(RowQueries org, RowQueries tooling) implements RowQueries {

    @Override
    public PreparedQuery prepare(SqlText text, Query query) throws SQLException {
        return new Tooling().nested(query) ? new ToolingQuery(tooling.prepare(text, query)) : org.prepare(text, query);
    }

    /** Whether a table of FROM is named with the schema of Tooling API. */
    private static final class Tooling implements QueryBody.Visitor<Boolean>, TableReference.Visitor<Boolean> {

        @Override
        public Boolean nested(Query node) {
            return node.with().stream().anyMatch(common -> nested(common.query()))
                    || node.body().accept(this);
        }

        @Override
        public Boolean select(Select node) {
            return node.from().stream().anyMatch(table -> table.accept(this));
        }

        @Override
        public Boolean values(QueryBody.Values node) {
            return false;
        }

        @Override
        public Boolean setOperation(QueryBody.SetOperation node) {
            return node.operands().stream().anyMatch(operand -> operand.accept(this));
        }

        @Override
        public Boolean table(TableReference.Table node) {
            List<Name> names = node.names();
            return names.size() > 1 && names.get(names.size() - 2).text().equalsIgnoreCase(Catalog.TOOLING);
        }

        @Override
        public Boolean derived(TableReference.Derived node) {
            return nested(node.query());
        }

        @Override
        public Boolean join(TableReference.Join node) {
            return node.left().accept(this) || node.right().accept(this);
        }
    }
}
