package org.soqljdbc.clients.hibernate;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;
import org.soqljdbc.hibernate.SalesforceDialect;

/** What Hibernate reads of the metadata when it starts. */
class SchemaTest {

    private static ClientOrg org;

    @BeforeAll
    static void start() {
        org = ClientOrg.start();
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @Test
    void the_dialect_is_found_and_the_entities_fit_the_objects() {
        try (SessionFactory sessions = Sessions.of(org, configuration -> {})) {
            assertInstanceOf(
                    SalesforceDialect.class,
                    sessions.unwrap(SessionFactoryImplementor.class)
                            .getJdbcServices()
                            .getDialect());
        }
    }

    @Test
    void a_column_that_is_not_there_is_found_by_validation() {
        SchemaManagementException missing = assertThrows(
                SchemaManagementException.class,
                () -> Sessions.of(org, configuration -> configuration.addAnnotatedClass(Misspelt.class)));
        assertTrue(missing.getMessage().contains("Streeet"), missing::getMessage);
    }

    @Test
    void a_column_of_another_type_is_found_by_validation() {
        SchemaManagementException other = assertThrows(
                SchemaManagementException.class,
                () -> Sessions.of(org, configuration -> configuration.addAnnotatedClass(Mistyped.class)));
        assertTrue(other.getMessage().contains("CreatedDate"), other::getMessage);
    }

    /** Has a column that the org lacks. */
    @Entity(name = "Lead")
    static class Misspelt {
        @Id
        @Column(name = "Id")
        String id;

        @Column(name = "Streeet")
        String street;
    }

    /** Takes an instant for a number. */
    @Entity(name = "Lead")
    static class Mistyped {
        @Id
        @Column(name = "Id")
        String id;

        @Column(name = "CreatedDate")
        Integer createdDate;
    }
}
