package org.soqljdbc.fullsql;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Values;

/** A guess at how many rows must be read for a part of a plan; good for telling which of two is likely the smaller. */
final class ReadingSize {

    private static final long ROWS_OF_AN_OBJECT = 100_000;
    private static final long ROWS_OF_A_RANGE = 10_000;
    private static final long ROWS_OF_AN_EQUALITY = 1_000;
    private static final long ROWS_OF_AN_ID = 1;

    private ReadingSize() {}

    static long of(RelNode plan) {
        if (plan instanceof SoqlScan scan) {
            long rows = of(scan.source());
            return scan.plan().limit().map(limit -> Math.min(limit, rows)).orElse(rows);
        }
        if (plan instanceof TableScan) {
            return ROWS_OF_AN_EQUALITY;
        }
        if (plan instanceof Values values) {
            return values.getTuples().size();
        }
        if (plan instanceof LocalJoin join && join.getJoinType() == org.apache.calcite.rel.core.JoinRelType.INNER) {
            return Math.min(of(join.getLeft()), of(join.getRight()));
        }
        return plan.getInputs().stream().mapToLong(ReadingSize::of).sum();
    }

    private static long of(ScanSource scan) {
        return switch (scan.selectivity()) {
            case NONE -> ROWS_OF_AN_OBJECT;
            case RANGE -> ROWS_OF_A_RANGE;
            case EQUALITY -> ROWS_OF_AN_EQUALITY;
            case ID -> ROWS_OF_AN_ID;
        };
    }
}
