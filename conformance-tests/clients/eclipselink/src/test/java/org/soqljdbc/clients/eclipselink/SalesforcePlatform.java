package org.soqljdbc.clients.eclipselink;

import java.io.IOException;
import java.io.Writer;
import org.eclipse.persistence.platform.database.DatabasePlatform;

/** What EclipseLink must be told: the org gives the Ids, and they come as generated keys. */
public class SalesforcePlatform extends DatabasePlatform {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean supportsIdentity() {
        return true;
    }

    @Override
    public boolean supportsReturnGeneratedKeys() {
        return true;
    }

    /** Nothing, since there is no CREATE TABLE. */
    @Override
    public void printFieldIdentityClause(Writer writer) throws IOException {}
}
