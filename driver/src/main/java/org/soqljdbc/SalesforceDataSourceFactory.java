package org.soqljdbc;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Set;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.NamingException;
import javax.naming.RefAddr;
import javax.naming.Reference;
import javax.naming.spi.ObjectFactory;
import org.soqljdbc.config.ConnectionProperties;

/**
 * Makes a {@link SalesforceDataSource} of what a JNDI directory holds: the reference that the data source itself gives, or
 * the attributes of a container's resource, such as those of Tomcat's {@code Resource} element. An attribute that is no
 * connection property is the container's own and passed over.
 */
public final class SalesforceDataSourceFactory implements ObjectFactory {

    static final String URL = "url";

    /** What containers say with an attribute that has the name of a connection property. */
    private static final Set<String> CONTAINERS_AUTH = Set.of("Container", "Application");

    /** For the directory, which makes one by its name. */
    public SalesforceDataSourceFactory() {}

    /**
     * Makes the data source.
     *
     * @return null if the object is no reference to a data source of this driver, so that others are asked
     * @throws NamingException if an attribute cannot be used
     */
    @Override
    public Object getObjectInstance(Object object, Name name, Context context, Hashtable<?, ?> environment)
            throws NamingException {
        boolean ours = object instanceof Reference reference
                && (reference.getClassName().equals(SalesforceDataSource.class.getName())
                        || reference.getClassName().equals("javax.sql.DataSource"));
        return ours ? made((Reference) object) : null;
    }

    private static SalesforceDataSource made(Reference reference) throws NamingException {
        SalesforceDataSource made = new SalesforceDataSource();
        for (RefAddr address : Collections.list(reference.getAll())) {
            String value = String.valueOf(address.getContent());
            if (address.getType().equalsIgnoreCase(URL)) {
                made.setUrl(value);
            } else if (isProperty(address.getType(), value)) {
                set(made, address.getType(), value);
            }
        }
        return made;
    }

    private static boolean isProperty(String name, String value) {
        boolean containers = name.equals(ConnectionProperties.AUTH.key()) && CONTAINERS_AUTH.contains(value);
        return !containers && ConnectionProperties.named(name).isPresent();
    }

    private static void set(SalesforceDataSource made, String name, String value) throws NamingException {
        try {
            made.setProperty(name, value);
        } catch (SQLException refused) {
            NamingException failure = new NamingException(refused.getMessage());
            failure.initCause(refused);
            throw failure;
        }
    }
}
