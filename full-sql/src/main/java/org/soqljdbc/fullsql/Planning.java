package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.Context;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCostImpl;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.RelDecorrelator;
import org.apache.calcite.sql2rel.RelFieldTrimmer;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.apache.calcite.tools.RelBuilder;
import org.soqljdbc.exec.spi.OrgTables;

/** Turns one statement's tree into a plan: checks names and types, rewrites, pushes into scans, chooses algorithms. */
final class Planning {

    /** A statement that is checked: what its columns are. */
    record Checked(RelDataType row, List<List<String>> origins) {}

    private final Tables tables;
    private final OrgTables org;
    private final Bindings bindings;
    private final JavaTypeFactory types = new SalesforceTypes.Factory();
    private final RexBuilder builder = new RexBuilder(types);
    private final Context context;
    private final CalciteCatalogReader reader;
    private final SqlValidator validator;
    private SqlNode checked;

    /** @param bindings the parameters that the plan is made with; it runs with others of their shapes too */
    Planning(Tables tables, OrgTables org, Bindings bindings) {
        this.bindings = bindings;
        this.tables = tables;
        this.org = org;
        Properties properties = new Properties();
        properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
        CalciteConnectionConfig config = new CalciteConnectionConfigImpl(properties);
        RelBuilder.Config plain = plain(RelBuilder.Config.DEFAULT);
        this.context = Contexts.of(config, plain);
        CalciteSchema root = CalciteSchema.createRootSchema(false, false);
        root.add(Tables.SCHEMA, tables);
        this.reader = new CalciteCatalogReader(root, List.of(Tables.SCHEMA), types, config);
        SqlOperatorTable functions = SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(
                SqlLibrary.STANDARD, SqlLibrary.POSTGRESQL, SqlLibrary.MYSQL);
        this.validator = SqlValidatorUtil.newValidator(
                functions,
                reader,
                types,
                SqlValidator.Config.DEFAULT
                        .withDefaultNullCollation(NullCollation.FIRST)
                        .withConformance(SqlConformanceEnum.LENIENT)
                        .withIdentifierExpansion(true));
    }

    /** What is unique with case may be the same without, so nothing is left out before text is folded. */
    private static RelBuilder.Config plain(RelBuilder.Config config) {
        return config.withSimplify(false)
                .withSimplifyLimit(false)
                .withAggregateUnique(true)
                .withBloat(-1);
    }

    JavaTypeFactory types() {
        return types;
    }

    Checked check(SqlNode statement) {
        checked = validator.validate(statement);
        return new Checked(validator.getValidatedNodeType(checked), validator.getFieldOrigins(checked));
    }

    /** After {@link #check}. */
    EnumerableRel plan() {
        VolcanoPlanner planner = new VolcanoPlanner(RelOptCostImpl.FACTORY, context);
        planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
        RelOptCluster cluster = RelOptCluster.create(planner, builder);
        // By reflection: compiling Calcite's handlers of metadata would take longer than any plan here saves.
        cluster.setMetadataQuerySupplier(
                () -> new RelMetadataQuery(new ProxyingMetadataHandlerProvider(DefaultRelMetadataProvider.INSTANCE)));
        return new LocalAlgorithms(builder, org.pushesDown()).whole(logical(cluster));
    }

    private RelNode logical(RelOptCluster cluster) {
        SqlToRelConverter.Config config = SqlToRelConverter.config()
                .withExpand(false)
                .withTrimUnusedFields(false)
                .withInSubQueryThreshold(Integer.MAX_VALUE)
                .withRelBuilderConfigTransform(Planning::plain);
        SqlToRelConverter converter = new SqlToRelConverter(
                (row, text, path, view) -> {
                    throw new IllegalStateException("The org has no views");
                },
                validator,
                reader,
                cluster,
                StandardConvertletTable.INSTANCE,
                config);
        RelNode plan = converter.convertQuery(checked, false, true).project();
        plan = Repeated.in(plan);
        plan = new CaselessPlan(builder, new WallTime(builder, org.zone())).rewritten(plan);
        plan = applied(Rules.SUB_QUERIES, plan);
        RelBuilder relations = RelBuilder.proto(context).create(cluster, reader);
        plan = RelDecorrelator.decorrelateQuery(plan, relations);
        plan = applied(Rules.TOWARDS_SCANS, plan);
        plan = new ExactDivision(builder).in(plan);
        plan = new ScanPlacing(builder, org.pushesDown(), bindings).placed(plan);
        OrgCondition.requireNone(plan);
        return trimmed(plan, new RelFieldTrimmer(null, relations));
    }

    /** Without columns that nobody uses. */
    private static RelNode trimmed(RelNode plan, RelFieldTrimmer trimmer) {
        return trimmer.trim(partsTrimmed(plan, trimmer));
    }

    /** The trimmer does not look below steps that it does not know. */
    private static RelNode partsTrimmed(RelNode plan, RelFieldTrimmer trimmer) {
        if (plan instanceof Repeated repeated) {
            return repeated.with(part -> trimmed(part, trimmer));
        }
        List<RelNode> inputs = plan.getInputs().stream()
                .map(input -> partsTrimmed(input, trimmer))
                .toList();
        return inputs.equals(plan.getInputs()) ? plan : plan.copy(plan.getTraitSet(), inputs);
    }

    private RelNode applied(List<RelOptRule> rules, RelNode plan) {
        HepProgram program = new HepProgramBuilder()
                .addRuleCollection(new ArrayList<>(rules))
                .build();
        HepPlanner planner = new HepPlanner(program, context);
        planner.setRoot(plan);
        return planner.findBestExp();
    }

    /** The object that a column comes from unchanged. */
    Optional<OrgTable.TableColumn> origin(List<String> origin) {
        if (origin == null || origin.size() < 2) {
            return Optional.empty();
        }
        int last = origin.size() - 1;
        return tables.named(origin.get(last - 1)).column(origin.get(last));
    }

    /** Runs what Calcite does under its own class loader, which alone knows its classes inside a SQL client. */
    static <T> T withOwnLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Planning.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
