package org.soqljdbc.fullsql;

/**
 * A name of WITH that is in sight.
 *
 * @param finished false inside the query that it is a name of
 */
record CommonTable(String name, boolean finished) {

    static CommonTable of(String name) {
        return new CommonTable(name, true);
    }

    static CommonTable unfinished(String name) {
        return new CommonTable(name, false);
    }
}
