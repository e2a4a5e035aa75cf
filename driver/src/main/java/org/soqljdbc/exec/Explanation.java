package org.soqljdbc.exec;

import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.plan.QueryPlan;

/** Says in lines what a plan will do. */
final class Explanation {

    private Explanation() {}

    /** @param language which language the statement was taken for, and what becomes of it */
    static List<String> of(String language, QueryPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("language: " + language);
        lines.add("request: " + (plan.includeDeleted() ? "queryAll " : "query ") + plan.soql());
        lines.add("calls: " + (plan.bound().query().isCountAll() ? "1" : "1 for each page of at most 2000 rows"));
        if (plan.localLimit() > 0) {
            lines.add("here: stops after " + plan.localLimit() + " rows");
        }
        return lines;
    }

    /** For a statement that needs no call. */
    static List<String> withoutCall(String language, String rows) {
        return List.of("language: " + language, "calls: 0", "here: " + rows);
    }
}
