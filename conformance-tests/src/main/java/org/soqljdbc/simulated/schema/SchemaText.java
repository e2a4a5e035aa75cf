package org.soqljdbc.simulated.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soqljdbc.simulated.schema.SObjectType.Storage;

/**
 * Reads the compact text of the schema and makes describe JSON of it.
 *
 * <p>A line {@code object Name prefix word...} begins an object ({@code -} for no prefix); an indented line
 * {@code Name type(arguments) word...} is a field of it. A word is a flag or {@code name=value}; a value with blanks
 * stands in double quotes. {@code #} begins a comment line. The types {@code address} and {@code location} bring
 * their parts with them; Id, IsDeleted and the audit fields are added to every object that does not decline them.
 */
final class SchemaText {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

    private final FieldText fields = new FieldText();
    private final ObjectText objects = new ObjectText();

    List<SObjectType> readResource(String name) {
        try (InputStream stream = SchemaText.class.getResourceAsStream(name)) {
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    List<SObjectType> read(String text) {
        List<SObjectType> types = new ArrayList<>();
        List<Words> block = new ArrayList<>();
        for (String line : (text + "\nobject").split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("object") && !block.isEmpty()) {
                types.add(type(block));
                block.clear();
            }
            block.add(words(line));
        }
        return types;
    }

    private SObjectType type(List<Words> block) {
        Words head = block.get(0);
        String name = head.at(1);
        String prefix = head.at(2).equals("-") ? "" : head.at(2);
        ObjectNode json = objects.json(head, name, prefix);
        ArrayNode list = json.putArray("fields");
        systemFieldsBefore(head).forEach(words -> fields.addTo(list, words));
        block.subList(1, block.size()).forEach(words -> fields.addTo(list, words));
        systemFieldsAfter(head).forEach(words -> fields.addTo(list, words));
        objects.settle(json);
        return new SObjectType(json, prefix, storage(head, name), head.list("index"));
    }

    private static List<Words> systemFieldsBefore(Words head) {
        List<Words> lines = new ArrayList<>();
        if (!head.at(2).equals("-") || !head.has("bare")) {
            lines.add(words("Id id"));
        }
        if (!head.has("bare") && !head.has("nodelete")) {
            lines.add(words("IsDeleted boolean ro label=Deleted"));
        }
        return lines;
    }

    private static List<Words> systemFieldsAfter(Words head) {
        List<Words> lines = new ArrayList<>();
        if (head.has("bare") || head.has("noaudit")) {
            return lines;
        }
        lines.add(words("CreatedDate datetime ro req"));
        lines.add(words("CreatedById reference(User) ro req rel=CreatedBy label=\"Created By ID\""));
        if (!head.has("nostamp")) {
            lines.add(words("LastModifiedDate datetime ro req"));
            lines.add(
                    words("LastModifiedById reference(User) ro req rel=LastModifiedBy label=\"Last Modified By ID\""));
            lines.add(words("SystemModstamp datetime ro req"));
        }
        return lines;
    }

    private static Storage storage(Words head, String name) {
        if (head.has("catalog")) {
            return Storage.CATALOG;
        }
        if (name.endsWith("__mdt")) {
            return Storage.CUSTOM_METADATA;
        }
        if (name.endsWith("__b")) {
            return Storage.BIG;
        }
        return name.endsWith("__x") ? Storage.EXTERNAL : Storage.ORDINARY;
    }

    static Words words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group().replace("\"", ""));
        }
        return new Words(words);
    }
}
