package org.soqljdbc.clients.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.dialect.JdbcArrayColumns;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.core.dialect.AnsiDialect;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.PagingAndSortingRepository;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionManager;

/** Repositories of Spring Data JDBC. */
class SpringDataTest {

    private static ClientOrg org;
    private static AnnotationConfigApplicationContext context;
    private static Opportunities opportunities;

    @BeforeAll
    static void start() {
        org = ClientOrg.start();
        context = new AnnotationConfigApplicationContext();
        context.registerBean(
                DataSource.class, () -> new DriverManagerDataSource(org.url(), org.user(), org.password()));
        context.register(Repositories.class);
        context.refresh();
        opportunities = context.getBean(Opportunities.class);
    }

    @AfterAll
    static void stop() {
        context.close();
        org.close();
    }

    @Test
    void a_page_has_its_rows_and_the_total() {
        Page<Opportunity> second = opportunities.findAll(PageRequest.of(1, 5, Sort.by("closeDate", "id")));
        assertEquals(5, second.getNumberOfElements());
        assertEquals(opportunities.count(), second.getTotalElements());
    }

    @Test
    void a_method_name_becomes_a_query() {
        Opportunity some =
                opportunities.findAll(PageRequest.of(0, 1)).getContent().get(0);
        List<Opportunity> same = opportunities.findByStageNameOrderByCloseDateAsc(some.stageName);
        assertFalse(same.isEmpty());
        assertTrue(same.stream().allMatch(one -> one.stageName.equals(some.stageName)));
    }

    @Test
    void an_entity_is_inserted_updated_and_deleted() {
        Opportunity made = new Opportunity();
        made.name = "Spring Data";
        made.stageName = "Prospecting";
        made.closeDate = LocalDate.of(2026, 3, 29);
        made.amount = new BigDecimal("12.50");
        String id = opportunities.save(made).id;

        Opportunity read = opportunities.findById(id).orElseThrow();
        assertEquals(made.closeDate, read.closeDate);
        assertEquals(0, made.amount.compareTo(read.amount));

        read.name = "Spring Data, renamed";
        opportunities.save(read);
        assertEquals("Spring Data, renamed", opportunities.findById(id).orElseThrow().name);

        opportunities.deleteById(id);
        assertFalse(opportunities.existsById(id));
    }

    /** An object of the org. */
    @Table("Opportunity")
    static class Opportunity {
        @Id
        @Column("Id")
        String id;

        @Column("Name")
        String name;

        @Column("StageName")
        String stageName;

        @Column("CloseDate")
        LocalDate closeDate;

        @Column("Amount")
        BigDecimal amount;
    }

    /** Its rows. */
    interface Opportunities
            extends CrudRepository<Opportunity, String>, PagingAndSortingRepository<Opportunity, String> {
        List<Opportunity> findByStageNameOrderByCloseDateAsc(String stageName);
    }

    /** What an application configures: the dialect is ANSI's. */
    @Configuration
    @EnableJdbcRepositories(considerNestedRepositories = true)
    static class Repositories extends AbstractJdbcConfiguration {

        @Bean
        NamedParameterJdbcOperations operations(DataSource source) {
            return new NamedParameterJdbcTemplate(source);
        }

        @Bean
        TransactionManager transactionManager(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Override
        public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
            return new Ansi();
        }
    }

    /** ANSI's paging and double quotes. */
    private static final class Ansi extends AnsiDialect implements JdbcDialect {
        @Override
        public JdbcArrayColumns getArraySupport() {
            return JdbcArrayColumns.Unsupported.INSTANCE;
        }
    }
}
