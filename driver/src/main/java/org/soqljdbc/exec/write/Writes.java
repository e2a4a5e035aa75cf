package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.soqljdbc.api.SalesforceApi;
import org.soqljdbc.bind.write.BoundMerge;
import org.soqljdbc.bind.write.MergeBinder;
import org.soqljdbc.bind.write.WriteBinder;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.write.chunk.ChunkSender;
import org.soqljdbc.exec.write.chunk.RowCalls;
import org.soqljdbc.grammar.sql.Merge;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.conversion.Conversions;

/** All that one connection writes goes through here. Safe for use by many threads; its statements are not. */
public final class Writes {

    private final WriteContext context;

    /**
     * @param queries the ordinary road of a SELECT
     * @param conversions for the values of the rows that queries answer
     */
    public Writes(Settings settings, Catalog catalog, SalesforceApi api, RowQueries queries, Conversions conversions) {
        WriteSession session = new WriteSession(settings);
        AtomicWrites pending = new AtomicWrites(api.composites(), session);
        this.context = new WriteContext(
                catalog,
                settings.get(ConnectionProperties.TIME_ZONE),
                Clock.systemUTC(),
                settings.get(ConnectionProperties.COMPOUND_FIELDS),
                queries,
                conversions,
                session,
                new ChunkSender(new RowCalls(api.rows(), api.collections())),
                api.composites(),
                new BulkWriter(api.bulkIngests(), session),
                new UnitOfWork(settings.get(ConnectionProperties.TRANSACTIONS), pending));
    }

    /** What commit and rollback end. */
    public WriteUnit unit() {
        return context.unit();
    }

    /**
     * Prepares a statement; no I/O.
     *
     * @param text whose statement is none that answers with rows
     * @throws SQLException 0A000 for a CALL, which is no write
     */
    public PreparedUpdate prepare(SqlText text) throws SQLException {
        try {
            return text.statement().accept(new Kinds(text));
        } catch (NoWrite other) {
            throw SqlErrors.of(SqlState.FEATURE_NOT_SUPPORTED, other.getMessage() + " is no statement that writes");
        }
    }

    /** Takes notice of what a procedure wrote, or may have written. */
    public void noteOther() {
        context.unit().note(true);
    }

    /** As executeBatch asks it. */
    public List<EntryOutcome> runBatch(List<BatchEntry> entries, UpdateOptions options, CallControl control)
            throws SQLException {
        WriteStatement.requireWritable(options);
        return new BatchRun(context, entries, options, control).run();
    }

    private static final class NoWrite extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoWrite(String kind) {
            super(kind, null, false, false);
        }
    }

    private final class Kinds implements SqlStatement.Visitor<PreparedUpdate> {

        private final SqlText text;
        private final WriteBinder binder;

        Kinds(SqlText text) {
            this.text = text;
            this.binder = new WriteBinder(text, context.catalog());
        }

        private PreparedUpdate write(WriteKind kind, List<SelectItem> returning) {
            return new WriteStatement(text, kind, returning, context);
        }

        @Override
        public PreparedUpdate insert(SqlStatement.Insert node) {
            return write(new InsertKind(text, control -> binder.insert(node, control), context), node.returning());
        }

        @Override
        public PreparedUpdate upsert(SqlStatement.Upsert node) {
            return write(new InsertKind(text, control -> binder.upsert(node, control), context), node.returning());
        }

        @Override
        public PreparedUpdate update(SqlStatement.Update node) {
            return write(new UpdateKind(text, control -> binder.update(node, control), context), node.returning());
        }

        @Override
        public PreparedUpdate delete(SqlStatement.Delete node) {
            return write(new UpdateKind(text, control -> binder.delete(node, control), context), node.returning());
        }

        @Override
        public PreparedUpdate merge(Merge node) {
            return new BoundLater(text, control -> {
                BoundMerge bound = new MergeBinder(text, context.catalog()).merge(node, control);
                return bound.upsert().isPresent()
                        ? write(new InsertKind(text, again -> bound.upsert().get(), context), node.returning())
                        : new MergeStatement(text, node, bound, context);
            });
        }

        @Override
        public PreparedUpdate setSession(SqlStatement.SetSession node) {
            return new SetSessionStatement(text, node, context);
        }

        @Override
        public PreparedUpdate query(Query node) {
            throw new NoWrite("A query");
        }

        @Override
        public PreparedUpdate call(SqlStatement.Call node) {
            throw new NoWrite("CALL");
        }

        @Override
        public PreparedUpdate explain(SqlStatement.Explain node) {
            throw new NoWrite("EXPLAIN");
        }
    }
}
