package org.soqljdbc.clients.sqlline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The demo as the README shows it: sqlline, the bundle jar and the simulated org, through a pipe. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the demo is a script of the POSIX shell")
class DemoTest {

    @TempDir
    Path folder;

    @Test
    void one_statement_prints_its_rows() throws Exception {
        Run run = demo("", "-e", "SELECT Id, Name, Owner.Name FROM Account ORDER BY Name LIMIT 3");
        assertEquals(0, run.status, run.errors);
        List<String> rows =
                run.output.lines().filter(line -> line.startsWith("| 001")).toList();
        assertEquals(3, rows.size(), run.output);
        assertTrue(run.output.contains("Owner.Name"), run.output);
        assertTrue(rows.stream().allMatch(row -> row.split("\\|").length == 4), run.output);
    }

    @Test
    void a_failing_statement_fails_the_demo_and_says_what_to_mend() throws Exception {
        Run run = demo("", "-e", "SELECT Nam FROM Account");
        assertNotEquals(0, run.status);
        assertTrue(run.errors.contains("did you mean 'Name'?"), run.errors);
        assertTrue(run.errors.contains("42S22"), run.errors);
    }

    @Test
    void statements_are_read_from_a_pipe() throws Exception {
        Run run = demo("SELECT COUNT() FROM Account;\n!tables\n!quit\n");
        assertEquals(0, run.status, run.errors);
        assertTrue(run.output.contains("COUNT()"), run.output);
        assertTrue(run.output.contains("Contact"), run.output);
    }

    @Test
    void the_terminal_is_not_warned_about() throws Exception {
        Run run = demo("", "-e", "SELECT Id FROM Account LIMIT 1");
        assertFalse((run.output + run.errors).contains("WARNING"), run.output + run.errors);
    }

    private record Run(int status, String output, String errors) {}

    private Run demo(String input, String... arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("root"));
        Path typed = Files.writeString(folder.resolve("input"), input);
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        List<String> command = new ArrayList<>(List.of(root.resolve("demo").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectInput(typed.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the demo did not end: " + Files.readString(output) + Files.readString(errors));
        }
        return new Run(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }
}
