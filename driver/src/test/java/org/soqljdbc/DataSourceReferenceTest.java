package org.soqljdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import javax.naming.NamingException;
import javax.naming.Reference;
import javax.naming.StringRefAddr;
import javax.naming.spi.NamingManager;
import org.junit.jupiter.api.Test;

/** The data source as a JNDI directory keeps it. */
class DataSourceReferenceTest {

    private static SalesforceDataSource again(Reference reference) throws Exception {
        return (SalesforceDataSource) NamingManager.getObjectInstance(reference, null, null, null);
    }

    @Test
    void a_directory_gives_back_what_was_bound() throws Exception {
        SalesforceDataSource bound = new SalesforceDataSource();
        bound.setUrl("jdbc:soql://example.my.salesforce.com?timeZone=UTC");
        bound.setClientId("3MVG9");
        bound.setClientSecret("secret");
        bound.setProperty("fetchSize", "500");
        SalesforceDataSource found = again(bound.getReference());
        assertEquals(bound.toString(), found.toString());
        assertEquals(bound.getReference(), found.getReference());
    }

    @Test
    void the_attributes_of_a_container_that_are_no_properties_are_passed_over() throws Exception {
        Reference resource = new Reference("javax.sql.DataSource", SalesforceDataSourceFactory.class.getName(), null);
        resource.add(new StringRefAddr("auth", "Container"));
        resource.add(new StringRefAddr("scope", "Shareable"));
        resource.add(new StringRefAddr("URL", "jdbc:soql://example.my.salesforce.com"));
        resource.add(new StringRefAddr("username", "ada@example.com"));
        SalesforceDataSource found = again(resource);
        assertNull(found.getAuth());
        assertEquals("ada@example.com", found.getUser());
        assertEquals("jdbc:soql://example.my.salesforce.com", found.getUrl());
    }

    @Test
    void what_is_no_data_source_is_left_to_others() throws NamingException {
        assertNull(new SalesforceDataSourceFactory()
                .getObjectInstance(new Reference("java.lang.String"), null, null, null));
        assertNull(new SalesforceDataSourceFactory().getObjectInstance("text", null, null, null));
    }
}
