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
 * Runs a simulated org until it is killed, and says where it listens.
 *
 * <p>It prints one line, {@code url=http://127.0.0.1:PORT}. Arguments: {@code --port <number>} (default: any free one),
 * {@code --port-file <file>} to write that line to, {@code --url-file <file>} to write the address alone to,
 * {@code --rows <Object>=<count>}, {@code --generated-objects <count>}, {@code --until-stdin-ends} to stop when the
 * process that started it goes away.
 */
public final class SimulatedOrgMain {

    private SimulatedOrgMain() {}

    /** Starts the org. */
    public static void main(String[] arguments) throws IOException {
        // The libraries below log by slf4j, which would otherwise tell the terminal that nobody listens.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        SimulatedOrg.Builder builder = SimulatedOrg.builder();
        Path lineFile = null;
        Path urlFile = null;
        boolean untilStdinEnds = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--port" -> builder.onPort(Integer.parseInt(arguments[++i]));
                case "--port-file" -> lineFile = Path.of(arguments[++i]);
                case "--url-file" -> urlFile = Path.of(arguments[++i]);
                case "--rows" -> {
                    String[] pair = arguments[++i].split("=");
                    builder.withRows(pair[0], Integer.parseInt(pair[1]));
                }
                case "--generated-objects" -> builder.withGeneratedObjects(Integer.parseInt(arguments[++i]));
                case "--until-stdin-ends" -> untilStdinEnds = true;
                default -> throw new IllegalArgumentException("unknown argument " + arguments[i]);
            }
        }
        SimulatedOrg org = builder.start();
        if (lineFile != null) {
            write(lineFile, "url=" + org.url());
        }
        if (urlFile != null) {
            write(urlFile, org.url());
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println("url=" + org.url());
        if (untilStdinEnds) {
            System.in.transferTo(OutputStream.nullOutputStream());
            org.close();
        }
    }

    /** A reader of the file never sees half a line: it is written aside and moved. */
    private static void write(Path file, String line) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(aside, line + "\n");
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
