package org.soqljdbc.simulated.soql;

import java.io.IOException;
import java.util.function.IntUnaryOperator;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.data.Table;

/** Records that are rows of one object: their numbers, and how each is written. */
record RowRecords(Table table, int size, IntUnaryOperator rowAt, Shape shape) implements Records {

    @Override
    public int largestPage() {
        return shape.largestPage();
    }

    @Override
    public int write(int index, Page page) throws IOException {
        return shape.write(new RowAddress(table, rowAt.applyAsInt(index)), page);
    }
}
