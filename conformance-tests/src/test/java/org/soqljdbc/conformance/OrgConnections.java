package org.soqljdbc.conformance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.soqljdbc.simulated.SimulatedOrg;

/** URLs and connections to a simulated org. */
public final class OrgConnections {

    private OrgConnections() {}

    /** A URL that logs in by client credentials. */
    public static String url(SimulatedOrg org) {
        return "jdbc:soql://" + org.url().replaceFirst("^http://", "") + "?ssl=false&auth=client_credentials&clientId="
                + SimulatedOrg.CLIENT_ID + "&clientSecret=" + SimulatedOrg.CLIENT_SECRET + "&timeZone=UTC";
    }

    public static Connection open(SimulatedOrg org) throws SQLException {
        return DriverManager.getConnection(url(org));
    }
}
