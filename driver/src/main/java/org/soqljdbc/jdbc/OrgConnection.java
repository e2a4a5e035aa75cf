package org.soqljdbc.jdbc;

import org.soqljdbc.SalesforceConnection;
import org.soqljdbc.config.Settings;
import org.soqljdbc.exec.Engine;

/** The door of this package: makes the connection that callers hold. */
public final class OrgConnection {

    private OrgConnection() {}

    /** @param engine the connection's from now on, closed with it */
    public static SalesforceConnection of(Engine engine, Settings settings) {
        return new ConnectionFace(engine, settings, System::nanoTime);
    }
}
