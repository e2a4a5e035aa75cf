package org.soqljdbc.conformance.write;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.soqljdbc.conformance.TestOrg;

/** The kinds of write of the fault matrix. */
enum MatrixWrite {
    INSERT_ONE("INSERT of one row", Verb.INSERT, 1, 0),
    INSERT_SOME("INSERT of several rows", Verb.INSERT, 5, 0),
    INSERT_CHUNKS("INSERT of three calls", Verb.INSERT, 450, 0),
    INSERT_SELECT("INSERT ... SELECT", Verb.INSERT, 4, 4),
    INSERT_RETURNING("INSERT RETURNING", Verb.INSERT, 3, 0),
    UPDATE_BY_ID("UPDATE by Id", Verb.UPDATE, 1, 1),
    UPDATE_WHERE("UPDATE by WHERE", Verb.UPDATE, 4, 4),
    UPDATE_RETURNING("UPDATE RETURNING", Verb.UPDATE, 3, 3),
    UPSERT_ONE("UPSERT of one row", Verb.UPSERT, 1, 0),
    UPSERT_SOME("UPSERT of several rows", Verb.UPSERT, 6, 3),
    MERGE_KEY("MERGE by external id", Verb.UPSERT, 6, 3),
    MERGE_BRANCHES("MERGE by branches", Verb.UPSERT, 6, 3),
    DELETE_BY_ID("DELETE by Id", Verb.DELETE, 1, 1),
    DELETE_WHERE("DELETE by WHERE", Verb.DELETE, 4, 4),
    BATCH_INSERT("batch of INSERTs", Verb.INSERT, 450, 0),
    BATCH_UPDATE("batch of UPDATEs", Verb.UPDATE, 5, 5),
    BATCH_MIXED("mixed batch", Verb.MIXED, 6, 6),
    BULK_JOB("bulk job", Verb.INSERT, 10, 0),
    ATOMIC("atomic commit", Verb.INSERT, 5, 0),
    FILE("file by stream", Verb.FILE, 1, 0);

    enum Verb {
        INSERT,
        UPDATE,
        UPSERT,
        DELETE,
        MIXED,
        FILE
    }

    private final String title;
    final Verb verb;
    final int rows;
    private final int existing;

    MatrixWrite(String title, Verb verb, int rows, int existing) {
        this.title = title;
        this.verb = verb;
        this.rows = rows;
        this.existing = existing;
    }

    @Override
    public String toString() {
        return title;
    }

    /** Which of its calls meets the fault, from 1. */
    int faultedCall() {
        return switch (this) {
            case INSERT_CHUNKS, BATCH_INSERT, BATCH_MIXED, MERGE_BRANCHES -> 2;
            default -> 1;
        };
    }

    /** Whether its reply has no body that could be cut off. */
    boolean answersNothing() {
        return this == UPDATE_BY_ID || this == DELETE_BY_ID || this == BATCH_MIXED;
    }

    /** Whether retryWrites=idempotent lets it be sent again. */
    boolean isIdempotent() {
        // Of the mixed batch it is an UPDATE that meets the fault, of the MERGE the INSERT of its second branch.
        return this != MERGE_BRANCHES && verb != Verb.INSERT && verb != Verb.FILE;
    }

    /** Whether several rows travel in one call. */
    boolean hasCollections() {
        return rows > 1 && this != BULK_JOB && this != ATOMIC && this != BATCH_MIXED;
    }

    /** The row whose lock holds up a row of this write. */
    String lockable(MatrixRows rows) {
        return this == BATCH_MIXED ? rows.ids().get(2) : rows.lockable();
    }

    MatrixRows prepare(Connection connection, String mark) throws SQLException {
        MatrixRows made = MatrixRows.make(connection, mark, existing);
        if (this == BULK_JOB) {
            Written.update(connection, "SET SESSION bulk = 'always'");
        }
        return made;
    }

    String[] properties() {
        return this == ATOMIC ? new String[] {"transactions", "atomic"} : new String[0];
    }

    /** How often each row took effect in the org. */
    int[] effects(TestOrg org, MatrixRows rows) {
        if (this == INSERT_SELECT) {
            return rows.inserted(org, "Campaign", this.rows);
        }
        return switch (verb) {
            case INSERT -> rows.inserted(org, "Account", this.rows);
            case UPDATE -> rows.updated(org);
            case UPSERT -> rows.upserted(org, this.rows);
            case DELETE -> rows.deleted(org);
            case FILE -> rows.inserted(org, "Attachment", 1);
            case MIXED -> mixed(org, rows);
        };
    }

    private static int[] mixed(TestOrg org, MatrixRows rows) {
        int[] inserted = new MatrixRows("n" + rows.mark(), rows.parent(), List.of()).inserted(org, "Account", 6);
        int[] updated = rows.updated(org);
        int[] deleted = rows.deleted(org);
        return new int[] {inserted[0], inserted[1], updated[2], updated[3], deleted[4], inserted[5]};
    }

    /** @param running is told the statement before it runs */
    Told run(Connection connection, MatrixRows rows, Consumer<Statement> running) throws SQLException {
        return switch (this) {
            case INSERT_ONE, INSERT_SOME, INSERT_CHUNKS -> keys(connection, insert(rows), running);
            case INSERT_SELECT ->
                count(
                        connection,
                        "INSERT INTO Campaign (Name) SELECT Name FROM Account WHERE AccountNumber = '" + rows.mark()
                                + "'",
                        running);
            case INSERT_RETURNING -> returned(connection, insert(rows) + " RETURNING Id, Name", running);
            case UPDATE_BY_ID ->
                count(connection, update(rows) + "Id = '" + rows.ids().get(0) + "'", running);
            case UPDATE_WHERE -> count(connection, update(rows) + "AccountNumber = '" + rows.mark() + "'", running);
            case UPDATE_RETURNING ->
                returned(
                        connection,
                        update(rows) + "Id IN ('" + String.join("', '", rows.ids()) + "') RETURNING Id, Site",
                        running);
            case UPSERT_ONE, UPSERT_SOME ->
                keys(
                        connection,
                        "UPSERT INTO Account (Ext_Id__c, Name, Site, ParentId) VALUES "
                                + MatrixRows.values(
                                        this.rows,
                                        row -> "'" + rows.name(row) + "', 'upserted', '" + rows.mark() + "', "
                                                + rows.parentOf(row)),
                        running);
            case MERGE_KEY -> count(connection, merge(rows, ""), running);
            case MERGE_BRANCHES -> count(connection, merge(rows, "AND t.Name <> 'nobody' "), running);
            case DELETE_BY_ID ->
                count(
                        connection,
                        "DELETE FROM Account WHERE Id = '" + rows.ids().get(0) + "'",
                        running);
            case DELETE_WHERE ->
                count(connection, "DELETE FROM Account WHERE AccountNumber = '" + rows.mark() + "'", running);
            case BATCH_INSERT, BULK_JOB -> batchOfInserts(connection, rows, running);
            case BATCH_UPDATE -> batchOfUpdates(connection, rows, running);
            case BATCH_MIXED -> mixedBatch(connection, rows, running);
            case ATOMIC -> atomic(connection, rows);
            case FILE -> file(connection, rows, running);
        };
    }

    private String insert(MatrixRows rows) {
        return "INSERT INTO Account (Name, ParentId) VALUES "
                + MatrixRows.values(this.rows, row -> "'" + rows.name(row) + "', " + rows.parentOf(row));
    }

    private static String update(MatrixRows rows) {
        return "UPDATE Account SET Site = '" + rows.mark() + "' WHERE ";
    }

    private String merge(MatrixRows rows, String condition) {
        String source = MatrixRows.values(
                this.rows, row -> "'" + rows.name(row) + "', '" + rows.mark() + "', " + rows.parentOf(row));
        String update = condition.isEmpty() ? ", ParentId = s.p" : "";
        return "MERGE INTO Account t USING (VALUES " + source + ") AS s(k, m, p) ON t.Ext_Id__c = s.k WHEN MATCHED "
                + condition + "THEN UPDATE SET Name = 'merged', Site = s.m" + update
                + " WHEN NOT MATCHED THEN INSERT (Ext_Id__c, Name, Site, ParentId) VALUES (s.k, 'merged', s.m, s.p)";
    }

    private static Told count(Connection connection, String sql, Consumer<Statement> running) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            running.accept(statement);
            return Told.count(statement.executeUpdate(sql));
        }
    }

    private static Told keys(Connection connection, String sql, Consumer<Statement> running) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            running.accept(statement);
            long count = statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS);
            return Told.count(count, Written.keys(statement));
        }
    }

    private static Told returned(Connection connection, String sql, Consumer<Statement> running) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            running.accept(statement);
            List<String> ids = new ArrayList<>();
            try (ResultSet read = statement.executeQuery(sql)) {
                while (read.next()) {
                    ids.add(read.getString(1));
                }
            }
            return Told.count(ids.size(), ids);
        }
    }

    private Told batchOfInserts(Connection connection, MatrixRows rows, Consumer<Statement> running)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO Account (Name, ParentId) VALUES (?, ?)")) {
            running.accept(insert);
            for (int row = 0; row < this.rows; row++) {
                insert.setString(1, rows.name(row));
                insert.setString(2, row % 2 == 0 ? rows.parent() : null);
                insert.addBatch();
            }
            return Told.counts(insert.executeBatch());
        }
    }

    private static Told batchOfUpdates(Connection connection, MatrixRows rows, Consumer<Statement> running)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE Account SET Site = ? WHERE Id = ?")) {
            running.accept(update);
            for (String id : rows.ids()) {
                update.setString(1, rows.mark());
                update.setString(2, id);
                update.addBatch();
            }
            return Told.counts(update.executeBatch());
        }
    }

    private static Told mixedBatch(Connection connection, MatrixRows rows, Consumer<Statement> running)
            throws SQLException {
        try (Statement batch = connection.createStatement()) {
            running.accept(batch);
            String insert = "INSERT INTO Account (Name) VALUES ('n" + rows.mark() + "-";
            batch.addBatch(insert + "0')");
            batch.addBatch(insert + "1')");
            batch.addBatch(update(rows) + "Id = '" + rows.ids().get(2) + "'");
            batch.addBatch(update(rows) + "Name = '" + rows.name(3) + "'");
            batch.addBatch("DELETE FROM Account WHERE Id = '" + rows.ids().get(4) + "'");
            batch.addBatch(insert + "5')");
            return Told.counts(batch.executeBatch());
        }
    }

    private Told atomic(Connection connection, MatrixRows rows) throws SQLException {
        connection.setAutoCommit(false);
        int count = Written.update(connection, insert(rows));
        connection.commit();
        return Told.count(count);
    }

    private static Told file(Connection connection, MatrixRows rows, Consumer<Statement> running) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO Attachment (Name, ParentId, Body) VALUES (?, ?, ?)")) {
            running.accept(insert);
            insert.setString(1, rows.name(0));
            insert.setString(2, rows.parent());
            insert.setBinaryStream(3, new ByteArrayInputStream(new byte[40_000]));
            return Told.count(insert.executeUpdate());
        }
    }
}
