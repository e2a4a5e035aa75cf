package org.soqljdbc.hibernate;

import org.hibernate.dialect.identity.IdentityColumnSupport;
import org.hibernate.dialect.identity.IdentityColumnSupportImpl;

/** Ids that the org gives: left out of the INSERT, and read from the generated keys. */
final class GivenIds extends IdentityColumnSupportImpl {

    static final IdentityColumnSupport SUPPORT = new GivenIds();

    private GivenIds() {}

    @Override
    public boolean supportsIdentityColumns() {
        return true;
    }

    /** Nothing: it would be said in CREATE TABLE, which there is not. */
    @Override
    public String getIdentityColumnString(int type) {
        return "";
    }
}
