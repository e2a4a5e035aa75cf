package org.soqljdbc.fullsql;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;

/** One SOQL query of a plan, and how its rows come into it. Public because compiled plans call it. */
public final class ScanSource {

    private final List<OrgTable.TableColumn> columns;
    private final SoqlQuery query;

    /** @param columns may be none, where only the number of rows counts */
    ScanSource(OrgTable table, List<OrgTable.TableColumn> columns, Optional<Condition> where) {
        this.columns = List.copyOf(columns);
        List<FieldPath> paths = columns.isEmpty()
                ? List.of(FieldPath.of("Id"))
                : columns.stream().map(OrgTable.TableColumn::path).toList();
        this.query = new SoqlQuery(
                paths.stream()
                        .<SelectItem>map(path -> new SelectItem.Expression(path, Optional.empty()))
                        .toList(),
                List.of(new SoqlQuery.FromItem(FieldPath.of(table.name()), Optional.empty())),
                Optional.empty(),
                where,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    String soql() {
        return SoqlWriter.write(query);
    }

    boolean isFiltered() {
        return query.where().isPresent();
    }

    /** The rows, as Calcite's plans have them; each call asks the query anew. */
    public Enumerable<Object> rows(DataContext root) {
        LocalRun run = (LocalRun) root;
        return new AbstractEnumerable<>() {
            @Override
            public Enumerator<Object> enumerator() {
                return new ScanRows(run.scan(query), run, columns);
            }
        };
    }
}
