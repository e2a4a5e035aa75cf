package org.soqljdbc.simulated.write;

/** What the headers of a request ask for. @param allowDuplicates save although a duplicate rule warns */
public record WriteOptions(boolean allowDuplicates) {

    public static final WriteOptions USUAL = new WriteOptions(false);
}
