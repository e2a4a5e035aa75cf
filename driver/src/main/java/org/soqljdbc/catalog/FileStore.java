package org.soqljdbc.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.soqljdbc.catalog.CatalogCache.Learnt;
import org.soqljdbc.http.Json;

/**
 * Keeps what was learnt in files: a folder for each user of each org, named by a hash, and in it a file for each object.
 * Many processes may share it: a file is written aside and then moved to its place. A file that cannot be read, is damaged
 * or of another version counts as absent, and is written anew. Holds no rows and no secrets.
 *
 * <p>A file is gzip, whose checksum tells damage, of one JSON object: {@code format}, {@code version},
 * {@code lastModified}, and {@code describe}, which has the members of a describe that the catalog keeps.
 */
public final class FileStore implements CatalogStore {

    private static final Logger LOG = Logger.getLogger("org.soqljdbc.catalog");

    private static final String FORMAT = "soql-jdbc metadata";
    private static final int VERSION = 1;
    private static final String ENDING = ".soqlmeta";
    /** No object's name has a point. */
    private static final String LIST = "all.objects";

    /** What a name of Salesforce's may be; anything else is no file's name either. */
    private static final Pattern NAME = Pattern.compile("\\w{1,255}");

    private final Path folder;
    private volatile boolean failed;

    private FileStore(Path folder) {
        this.folder = folder;
    }

    /** @param viewer equal for what sees the same; only a hash of it becomes visible */
    public static CatalogStore in(Path directory, String viewer) {
        return new FileStore(directory.resolve(hash(viewer)));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    @Override
    public Optional<Learnt<List<ObjectSummary>>> objects() {
        return read(file(LIST), DescribeReader::global);
    }

    @Override
    public Optional<Learnt<SObject>> object(String name) {
        return NAME.matcher(name).matches()
                ? read(file(CatalogCache.key(name)), DescribeReader::object)
                : Optional.empty();
    }

    @Override
    public void keepObjects(Learnt<List<ObjectSummary>> learnt) {
        write(file(LIST), learnt.lastModified(), json -> DescribeWriter.global(json, learnt.value()));
    }

    @Override
    public void keep(String asked, Learnt<SObject> learnt) {
        if (NAME.matcher(asked).matches()) {
            write(
                    file(CatalogCache.key(asked)),
                    learnt.lastModified(),
                    json -> DescribeWriter.object(json, learnt.value()));
        }
    }

    // ---- files ---------------------------------------------------------------------------------------------

    private interface Reader<T> {
        T read(JsonParser json) throws IOException;
    }

    private static <T> Optional<Learnt<T>> read(Path file, Reader<T> describe) {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = new GZIPInputStream(in);
                JsonParser json = Json.factory().createParser(plain)) {
            Optional<Learnt<T>> learnt = read(json, describe);
            // The checksum is looked at where the file ends.
            while (json.nextToken() != null) {
                json.skipChildren();
            }
            return learnt;
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException damaged) {
            LOG.log(Level.FINE, "{0} is not used and will be written anew: {1}", new Object[] {file, damaged});
            return Optional.empty();
        }
    }

    private static <T> Optional<Learnt<T>> read(JsonParser json, Reader<T> describe) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT
                || !"format".equals(json.nextFieldName())
                || !FORMAT.equals(json.nextTextValue())
                || !"version".equals(json.nextFieldName())
                || json.nextIntValue(0) != VERSION
                || !"lastModified".equals(json.nextFieldName())) {
            return Optional.empty();
        }
        String lastModified = json.nextTextValue();
        if (lastModified == null
                || lastModified.isEmpty()
                || !"describe".equals(json.nextFieldName())
                || json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        return Optional.of(new Learnt<>(describe.read(json), lastModified, Optional.empty()));
    }

    private interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    /** What has no date could not be asked for again cheaply, and is not kept. */
    private void write(Path file, String lastModified, Writer describe) {
        if (failed || lastModified.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "new", ".tmp");
            try {
                write(aside, json -> {
                    json.writeStartObject();
                    json.writeStringField("format", FORMAT);
                    json.writeNumberField("version", VERSION);
                    json.writeStringField("lastModified", lastModified);
                    json.writeFieldName("describe");
                    describe.write(json);
                    json.writeEndObject();
                });
                move(aside, file);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException refused) {
            failed = true;
            LOG.log(Level.WARNING, "Metadata is not kept in {0}: {1}", new Object[] {folder, refused});
        }
    }

    private static void write(Path file, Writer content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                OutputStream packed = new GZIPOutputStream(out);
                JsonGenerator json = Json.factory().createGenerator(packed)) {
            content.write(json);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unusual) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
