package org.soqljdbc.simulated;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Runs a simulated org until its standard input ends or it is killed, and says where it listens.
 *
 * <p>It prints one line, {@code url=http://127.0.0.1:PORT}. Arguments: {@code --port <number>} (default: any free one),
 * {@code --port-file <file>} to write the line to that file instead, {@code --rows <Object>=<count>},
 * {@code --generated-objects <count>}, {@code --ignore-stdin} to run until it is killed.
 */
public final class SimulatedOrgMain {

    private SimulatedOrgMain() {}

    /** Starts the org. */
    public static void main(String[] arguments) throws IOException {
        // The libraries below log by slf4j, which would otherwise tell the terminal that nobody listens.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        SimulatedOrg.Builder builder = SimulatedOrg.builder();
        Path file = null;
        boolean untilKilled = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--port" -> builder.onPort(Integer.parseInt(arguments[++i]));
                case "--port-file" -> file = Path.of(arguments[++i]);
                case "--rows" -> {
                    String[] pair = arguments[++i].split("=");
                    builder.withRows(pair[0], Integer.parseInt(pair[1]));
                }
                case "--generated-objects" -> builder.withGeneratedObjects(Integer.parseInt(arguments[++i]));
                case "--ignore-stdin" -> untilKilled = true;
                default -> throw new IllegalArgumentException("unknown argument " + arguments[i]);
            }
        }
        SimulatedOrg org = builder.start();
        announce("url=" + org.url(), file);
        if (!untilKilled) {
            System.in.transferTo(OutputStream.nullOutputStream());
            org.close();
        }
    }

    /** A reader of the file never sees half a line: it is written aside and moved. */
    private static void announce(String line, Path file) throws IOException {
        if (file == null) {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println(line);
            return;
        }
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(aside, line + "\n");
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
