package org.soqljdbc.simulated;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The org knows the grammar and nothing of the driver: a mistake of the driver's cannot be repeated in it. */
class IndependenceTest {

    private final JavaClasses org = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.soqljdbc.simulated");

    @Test
    void the_org_never_imports_the_driver() {
        noClasses()
                .that()
                .resideInAPackage("org.soqljdbc.simulated..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.soqljdbc",
                        "org.soqljdbc.error..",
                        "org.soqljdbc.config..",
                        "org.soqljdbc.types..",
                        "org.soqljdbc.rows..",
                        "org.soqljdbc.http..",
                        "org.soqljdbc.auth..",
                        "org.soqljdbc.api..",
                        "org.soqljdbc.catalog..",
                        "org.soqljdbc.bind..",
                        "org.soqljdbc.plan..",
                        "org.soqljdbc.exec..",
                        "org.soqljdbc.metadata..",
                        "org.soqljdbc.jdbc..",
                        "java.sql..")
                .check(org);
    }

    @Test
    void rows_and_schema_know_neither_http_nor_soql() {
        noClasses()
                .that()
                .resideInAnyPackage("org.soqljdbc.simulated.schema..", "org.soqljdbc.simulated.data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.soqljdbc.grammar..",
                        "org.soqljdbc.simulated.soql..",
                        "org.soqljdbc.simulated.http..",
                        "com.github.tomakehurst..")
                .check(org);
    }

    @Test
    void only_http_and_the_door_meet_wiremock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.soqljdbc.simulated", "org.soqljdbc.simulated.http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.tomakehurst..")
                .check(org);
    }
}
