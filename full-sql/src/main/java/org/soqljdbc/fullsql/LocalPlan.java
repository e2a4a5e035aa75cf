package org.soqljdbc.fullsql;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.runtime.Bindable;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.Column;

/**
 * A plan that is ready to run, any number of times and by many at once.
 *
 * @param stashed what the compiled plan looks up when it runs
 * @param objects what was known of the objects when it was planned
 */
record LocalPlan(
        EnumerableRel plan,
        Bindable<?> compiled,
        Map<String, Object> stashed,
        List<Column> columns,
        JavaTypeFactory types,
        List<SObject> objects) {

    /** Whether nothing else has been learnt of its objects since. */
    boolean isOf(Catalog catalog, CallControl control) throws SQLException {
        for (SObject object : objects) {
            if (catalog.object(object.name(), control) != object) {
                return false;
            }
        }
        return true;
    }
}
