package org.soqljdbc.metadata;

import java.sql.Connection;
import org.soqljdbc.config.CompoundFields;

/**
 * What DatabaseMetaData tells of one connection.
 *
 * @param connection what getConnection answers
 * @param url what getURL answers; without secrets
 * @param userName what getUserName answers; "" where the login names no user
 * @param apiVersion of the REST API: {@code 67.0}
 * @param driverVersion {@code major.minor[.more]}
 * @param compoundFields as which columns getColumns lists addresses and locations
 * @param readOnly whether the connection refuses writes
 * @param atomic whether commit sends all writes since the last one, whole or not at all
 * @param tooling whether the schema of Tooling API is listed without being named
 */
public record ConnectionFacts(
        Connection connection,
        String url,
        String userName,
        String apiVersion,
        String driverName,
        String driverVersion,
        CompoundFields compoundFields,
        boolean readOnly,
        boolean atomic,
        boolean tooling) {

    int apiMajor() {
        return part(apiVersion, 0);
    }

    int apiMinor() {
        return part(apiVersion, 1);
    }

    int driverMajor() {
        return part(driverVersion, 0);
    }

    int driverMinor() {
        return part(driverVersion, 1);
    }

    /** One number of a version, 0 where it has none there. */
    private static int part(String version, int index) {
        String[] parts = version.split("[.-]");
        return index < parts.length && parts[index].matches("\\d{1,9}") ? Integer.parseInt(parts[index]) : 0;
    }
}
