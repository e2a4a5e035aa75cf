package org.soqljdbc;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The floors of the house: who may import whom, and what no floor does. */
class ArchitectureTest {

    private static final String ROOT = "org.soqljdbc";

    /** Lowest first; a package belongs to the longest name here that is a prefix of its own. */
    private static final List<String> FLOORS = List.of(
            "org.soqljdbc.grammar",
            "org.soqljdbc.error",
            "org.soqljdbc.config",
            "org.soqljdbc.types",
            "org.soqljdbc.rows",
            "org.soqljdbc.http",
            "org.soqljdbc.auth",
            "org.soqljdbc.api.call",
            "org.soqljdbc.api.write",
            "org.soqljdbc.api.bulk",
            "org.soqljdbc.api",
            "org.soqljdbc.catalog",
            "org.soqljdbc.bind",
            "org.soqljdbc.tables",
            "org.soqljdbc.views",
            "org.soqljdbc.plan",
            "org.soqljdbc.exec.write.chunk",
            "org.soqljdbc.exec",
            "org.soqljdbc.metadata",
            "org.soqljdbc.jdbc.base",
            "org.soqljdbc.jdbc.argument",
            "org.soqljdbc.jdbc.value",
            "org.soqljdbc.jdbc.result",
            "org.soqljdbc.jdbc.parameter",
            "org.soqljdbc.jdbc",
            ROOT);

    /** The one public contract of the root that a lower floor implements. */
    private static final String PUBLIC_CONTRACT = "org.soqljdbc.SalesforceConnection";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final DescribedPredicate<JavaClass> OURS_BUT_GRAMMAR =
            resideInAPackage("org.soqljdbc..").and(not(resideInAPackage("org.soqljdbc.grammar..")));

    private static final DescribedPredicate<JavaClass> BELOW_METADATA = DescribedPredicate.describe(
            "lie below metadata",
            type -> floor(type.getPackageName())
                    .filter(floor -> floor < FLOORS.indexOf("org.soqljdbc.metadata"))
                    .isPresent());

    private static Optional<Integer> floor(String packageName) {
        return FLOORS.stream()
                .filter(floor ->
                        packageName.equals(floor) || (!floor.equals(ROOT) && packageName.startsWith(floor + ".")))
                .max((a, b) -> a.length() - b.length())
                .map(FLOORS::indexOf);
    }

    private static boolean isPublicContract(JavaClass type) {
        return type.getName().equals(PUBLIC_CONTRACT) || type.getName().startsWith(PUBLIC_CONTRACT + "$");
    }

    @Test
    void every_package_is_a_floor_of_the_house() {
        List<String> strangers = HOUSE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> floor(name).isEmpty())
                .distinct()
                .toList();
        assertEquals(List.of(), strangers, "packages without a floor");
    }

    @Test
    void imports_go_downwards_only() {
        classes()
                .that()
                .resideInAPackage("org.soqljdbc..")
                .should(importDownwardsOnly())
                .check(HOUSE);
    }

    private static ArchCondition<JavaClass> importDownwardsOnly() {
        return new ArchCondition<>("import only their own floor and lower ones") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = floor(type.getPackageName()).orElse(-1);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    int other = floor(target.getPackageName()).orElse(-1);
                    boolean contract =
                            isPublicContract(target) && type.getPackageName().equals("org.soqljdbc.jdbc");
                    if (other > own && !contract) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.soqljdbc.jdbc.(*)..", "org.soqljdbc.(*)..", "org.soqljdbc.(**)"})
    void packages_form_no_cycle(String slices) {
        SlicesRuleDefinition.slices().matching(slices).should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void results_and_parameters_know_neither_each_other_nor_a_connection() {
        noClasses()
                .that()
                .resideInAnyPackage("org.soqljdbc.jdbc.value", "org.soqljdbc.jdbc.result")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.soqljdbc.exec..").or(belongToAnyOf(java.sql.Connection.class)))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.soqljdbc.jdbc.parameter")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.soqljdbc.jdbc.result").or(belongToAnyOf(java.sql.Connection.class)))
                .check(HOUSE);
    }

    @Test
    void the_public_contract_imports_nothing_of_the_house() {
        classes()
                .that(DescribedPredicate.describe("are the public contract", ArchitectureTest::isPublicContract))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.<JavaClass>describe(
                                "are the contract itself", ArchitectureTest::isPublicContract)
                        .or(resideInAPackage("java..")))
                .check(HOUSE);
    }

    @Test
    void the_grammar_knows_no_jdbc_no_http_and_no_org() {
        noClasses()
                .that()
                .resideInAPackage("org.soqljdbc.grammar..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "okhttp3.."))
                .check(HOUSE);
    }

    @Test
    void antlr_stays_inside_the_grammar() {
        noClasses()
                .that(OURS_BUT_GRAMMAR)
                .should()
                .dependOnClassesThat(resideInAPackage("org.antlr.."))
                .check(HOUSE);
    }

    @Test
    void plans_are_made_without_io() {
        noClasses()
                .that()
                .resideInAPackage("org.soqljdbc.plan..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.soqljdbc.http..",
                        "org.soqljdbc.auth..",
                        "org.soqljdbc.api..",
                        "okhttp3..",
                        "java.net..",
                        "java.nio.."))
                .allowEmptyShould(isAbsent("org.soqljdbc.plan"))
                .check(HOUSE);
    }

    @Test
    void only_http_knows_okhttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.soqljdbc.http..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("okhttp3..", "okio..", "kotlin.."))
                .check(HOUSE);
    }

    @Test
    void only_auth_knows_the_token_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.soqljdbc.auth..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.nimbusds.."))
                .check(HOUSE);
    }

    @Test
    void no_faces_of_java_sql_below_metadata() {
        DescribedPredicate<JavaClass> plainValues = assignableTo(SQLException.class)
                .or(belongToAnyOf(
                        java.sql.Date.class,
                        java.sql.Time.class,
                        java.sql.Timestamp.class,
                        Types.class,
                        SQLType.class,
                        JDBCType.class));
        // Constants of ResultSetMetaData and DatabaseMetaData may be named: the compiler copies them, so that no
        // dependency on the interface is left in the class.
        noClasses()
                .that(BELOW_METADATA)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..").and(not(plainValues)))
                .check(HOUSE);
    }

    @Test
    void metadata_does_not_open_result_sets_itself() {
        noClasses()
                .that()
                .resideInAPackage("org.soqljdbc.metadata..")
                .should()
                .implement(java.sql.ResultSet.class)
                .orShould()
                .implement(java.sql.ResultSetMetaData.class)
                .allowEmptyShould(isAbsent("org.soqljdbc.metadata"))
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {java.sql.ResultSet.class, java.sql.ResultSetMetaData.class, java.sql.DatabaseMetaData.class})
    void there_is_one_face_only_of(Class<?> contract) {
        List<String> faces = HOUSE.stream()
                .filter(type -> type.isAssignableTo(contract))
                .filter(type -> !type.isInterface())
                .map(JavaClass::getName)
                .toList();
        assertTrue(faces.size() <= 1, () -> "more than one " + contract.getSimpleName() + ": " + faces);
    }

    @Test
    void faces_are_package_private() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Face")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(isAbsent("org.soqljdbc.jdbc"))
                .check(HOUSE);
    }

    @Test
    void logging_is_for_http_for_the_catalog_and_for_the_parent_logger_of_the_driver() {
        noClasses()
                .that(OURS_BUT_GRAMMAR)
                .and()
                .resideOutsideOfPackages("org.soqljdbc.http..", "org.soqljdbc.catalog", ROOT)
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.logging.."))
                .check(HOUSE);
    }

    @Test
    void nobody_writes_to_the_console() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(HOUSE);
    }

    @Test
    void nobody_ends_the_host() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .check(HOUSE);
    }

    @Test
    void nobody_throws_a_runtime_refusal_where_jdbc_wants_a_sql_exception() {
        noClasses()
                .that(OURS_BUT_GRAMMAR)
                .should()
                .dependOnClassesThat(belongToAnyOf(UnsupportedOperationException.class))
                .check(HOUSE);
    }

    @Test
    void there_is_no_static_mutable_state() {
        fields().that()
                .areDeclaredInClassesThat(OURS_BUT_GRAMMAR)
                .and()
                .areStatic()
                .should()
                .beFinal()
                .check(HOUSE);
    }

    @Test
    void every_package_says_in_one_sentence_what_it_is() throws IOException {
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> silent = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .filter(folder -> !folder.equals(sources.resolve(Path.of("org", "soqljdbc")))
                            || HOUSE.contain("org.soqljdbc.SalesforceDriver"))
                    .toList();
            assertEquals(List.of(), silent, "packages without package-info.java");
        }
    }

    /** Whether a floor has not been built yet; a rule about it may then be empty. */
    private static boolean isAbsent(String floor) {
        return HOUSE.stream().noneMatch(type -> type.getPackageName().startsWith(floor));
    }
}
