package org.soqljdbc.exec.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.api.write.CollectionApi;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.exec.write.chunk.Chunks;
import org.soqljdbc.exec.write.chunk.SentRows;
import org.soqljdbc.http.CallControl;

/** Writes rows of a batch that do the same to the same object, several calls at once where their order cannot matter. */
final class GatheredRun {

    private final WriteContext context;
    private final WriteOperation operation;
    private final UpdateOptions options;
    private final CallControl control;

    GatheredRun(WriteContext context, WriteOperation operation, UpdateOptions options, CallControl control) {
        this.context = context;
        this.operation = operation;
        this.options = options;
        this.control = control;
    }

    EntryTallies run(List<GatheredRow> rows) {
        EntryTallies tallies = new EntryTallies(operation, rows);
        List<WriteRecord> records = rows.stream().map(GatheredRow::record).toList();
        Optional<SentRows> sent = context.bulk().fits(operation, records)
                ? new GatheredJob(context.bulk(), operation, options, control).run(records)
                : Optional.empty();
        if (sent.isPresent()) {
            tallies.add(rows, sent.get());
        } else {
            byCollections(rows, tallies);
        }
        context.unit().note(tallies.wroteOrMayHave());
        return tallies;
    }

    private void byCollections(List<GatheredRow> rows, EntryTallies tallies) {
        WriteOptions how = context.session().options().withAllOrNone(false);
        int parallelism = context.session().get(ConnectionProperties.PARALLELISM);
        List<List<GatheredRow>> rest = chunks(rows);
        while (!rest.isEmpty()) {
            int together = independent(rest, parallelism);
            List<List<GatheredRow>> wave = rest.subList(0, together);
            if (tallies.broken().isPresent()) {
                wave.forEach(tallies::skip);
            } else {
                Together.run(wave, control, chunk -> {
                    tallies.add(
                            chunk,
                            context.sender()
                                    .send(
                                            operation,
                                            chunk.stream()
                                                    .map(GatheredRow::record)
                                                    .toList(),
                                            how,
                                            control));
                    tell(tallies);
                });
            }
            rest = rest.subList(together, rest.size());
        }
    }

    /** One after the other, although calls end on threads of their own. */
    private synchronized void tell(EntryTallies tallies) {
        options.progress().accept(tallies.progress(Optional.empty()));
    }

    /** How many of the first chunks have no row in common. */
    private int independent(List<List<GatheredRow>> chunks, int most) {
        Set<String> names = new HashSet<>();
        int together = 0;
        while (together < Math.min(most, chunks.size())) {
            boolean free = chunks.get(together).stream()
                    .flatMap(row -> Chunks.name(operation, row.record()).stream())
                    .allMatch(names::add);
            if (!free) {
                break;
            }
            together++;
        }
        return Math.max(1, together);
    }

    private List<List<GatheredRow>> chunks(List<GatheredRow> rows) {
        List<List<GatheredRow>> chunks = new ArrayList<>();
        List<GatheredRow> chunk = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (GatheredRow row : rows) {
            Optional<String> name = Chunks.name(operation, row.record());
            boolean alone = Chunks.hasBytes(row.record());
            boolean full = chunk.size() == CollectionApi.MOST_ROWS
                    || alone
                    || name.filter(names::contains).isPresent();
            if (full && !chunk.isEmpty()) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                names.clear();
            }
            name.ifPresent(names::add);
            chunk.add(row);
            if (alone) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                names.clear();
            }
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
