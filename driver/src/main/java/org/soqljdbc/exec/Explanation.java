package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.plan.Plan;
import org.soqljdbc.plan.QueryPlan;

/** Says in lines what a plan will do. */
final class Explanation implements Plan.Visitor<Void> {

    /** Of a longer query the beginning and the end are shown. */
    private static final int LONGEST_SHOWN = 4_000;

    private final List<String> requests = new ArrayList<>();
    private final List<String> here = new ArrayList<>();
    private final List<String> fallback = new ArrayList<>();
    private boolean pages;

    private Explanation() {}

    /** @param language which language the statement was taken for, and what becomes of it */
    static List<String> of(String language, Plan plan) throws SQLException {
        Explanation explanation = new Explanation();
        plan.accept(explanation);
        List<String> lines = new ArrayList<>();
        lines.add("language: " + language);
        lines.addAll(explanation.requests);
        lines.add("calls: " + explanation.calls());
        explanation.here.forEach(work -> lines.add("here: " + work));
        lines.addAll(explanation.fallback);
        return lines;
    }

    private String calls() {
        String each = requests.size() == 1 ? "" : " of each request";
        return pages ? "1 for each page of at most 2000 rows" + each : Integer.toString(requests.size());
    }

    /** For a statement that needs no call. */
    static List<String> withoutCall(String language, String rows) {
        return List.of("language: " + language, "calls: 0", "here: " + rows);
    }

    @Override
    public Void query(QueryPlan plan) {
        requests.add("request: " + (plan.includeDeleted() ? "queryAll " : "query ") + shown(plan.soql()));
        // Groups come in one answer or not at all.
        pages |= !plan.bound().query().isAggregate();
        if (plan.localLimit() > 0) {
            here.add("stops after " + plan.localLimit() + " rows");
        }
        return null;
    }

    private static String shown(String soql) {
        if (soql.length() <= LONGEST_SHOWN) {
            return soql;
        }
        int end = LONGEST_SHOWN / 4;
        return soql.substring(0, LONGEST_SHOWN - end) + " ... " + (soql.length() - LONGEST_SHOWN)
                + " more characters ... " + soql.substring(soql.length() - end);
    }

    @Override
    public Void window(Plan.Window plan) throws SQLException {
        plan.rows().accept(this);
        if (plan.skip() > 0) {
            here.add("passes over the first " + plan.skip() + " rows");
        }
        plan.limit().ifPresent(limit -> here.add("stops after " + limit + " rows"));
        return null;
    }

    @Override
    public Void following(Plan.Following plan) throws SQLException {
        each(plan.parts());
        here.add("the rows of one request after those of another, as far as they are read");
        return null;
    }

    @Override
    public Void merged(Plan.Merged plan) throws SQLException {
        each(plan.parts());
        here.add("merges the requests' rows in their order");
        return null;
    }

    @Override
    public Void projected(Plan.Projected plan) throws SQLException {
        return plan.rows().accept(this);
    }

    @Override
    public Void summed(Plan.Summed plan) throws SQLException {
        each(plan.parts());
        here.add("adds the counts");
        return null;
    }

    @Override
    public Void sifted(Plan.Sifted plan) throws SQLException {
        plan.rows().accept(this);
        here.add(plan.says());
        return null;
    }

    @Override
    public Void sorted(Plan.Sorted plan) throws SQLException {
        plan.rows().accept(this);
        here.add("sorts the rows");
        return null;
    }

    @Override
    public Void counted(Plan.Counted plan) throws SQLException {
        plan.rows().accept(this);
        here.add("counts the rows");
        return null;
    }

    @Override
    public Void distinct(Plan.Distinct plan) throws SQLException {
        plan.rows().accept(this);
        here.add("passes over rows that are like one before");
        return null;
    }

    @Override
    public Void grouped(Plan.Grouped plan) throws SQLException {
        plan.rows().accept(this);
        here.add(plan.says());
        if (plan.otherwise().isPresent()) {
            instead(plan.otherwise().get(), "there are more than 2000 groups");
        }
        return null;
    }

    @Override
    public Void ranged(Plan.Ranged plan) throws SQLException {
        query(plan.first());
        return null;
    }

    @Override
    public Void orElse(Plan.OrElse plan) throws SQLException {
        plan.first().accept(this);
        instead(plan.otherwise(), plan.when());
        return null;
    }

    private void instead(Plan plan, String when) throws SQLException {
        Explanation other = new Explanation();
        plan.accept(other);
        other.requests.forEach(request -> fallback.add("if " + when + ": " + request));
        other.here.forEach(work -> fallback.add("if " + when + ": here: " + work));
    }

    @Override
    public Void joined(Plan.Joined plan) throws SQLException {
        plan.first().accept(this);
        for (Plan.Joined.Part part : plan.parts()) {
            query(part.of(List.of("...")));
        }
        here.add("joins the fields of the requests by " + plan.parts().get(0).field());
        return null;
    }

    private void each(List<Plan> parts) throws SQLException {
        for (Plan part : parts) {
            part.accept(this);
        }
    }
}
