package org.soqljdbc.simulated.soql;

/** The answer to {@code COUNT()}: a size without records. */
record Count(int size) implements Records {

    @Override
    public boolean areDelivered() {
        return false;
    }

    @Override
    public int write(int index, Page page) {
        throw new IllegalStateException("a count has no records");
    }
}
