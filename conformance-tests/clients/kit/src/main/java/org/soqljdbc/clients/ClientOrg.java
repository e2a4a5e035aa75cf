package org.soqljdbc.clients;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A simulated org in a process of its own, so that a client's class path holds the client and the bundle jar only.
 *
 * <p>It ends with its standard input: by {@link #close}, and also when the JVM that started it dies.
 */
public final class ClientOrg implements AutoCloseable {

    /** The driver's class, for clients that want its name. */
    public static final String DRIVER = "org.soqljdbc.SalesforceDriver";

    // The one app that the simulated org knows.
    private static final String CLIENT_ID = "3MVG9simulatedConsumerKey.0123456789_abcdefghijklmnopqrstuvwxyz";
    private static final String CLIENT_SECRET = "0123456789ABCDEF".repeat(4);

    private final Process process;
    private final String host;

    private ClientOrg(Process process, String host) {
        this.process = process;
        this.host = host;
    }

    /**
     * Starts an org and waits until it listens.
     *
     * @param arguments of {@code SimulatedOrgMain}, such as {@code --rows Account=300}
     */
    public static ClientOrg start(String... arguments) {
        Path module = Path.of(System.getProperty("root", "../../..")).resolve("conformance-tests");
        List<String> command = new ArrayList<>();
        try {
            String libraries =
                    Files.readString(module.resolve("target/classpath.txt")).strip();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-Xmx512m");
            command.add("-cp");
            command.add(module.resolve("target/classes") + File.pathSeparator + libraries);
            command.add("org.soqljdbc.simulated.SimulatedOrgMain");
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String line = output.readLine();
            if (line == null || !line.startsWith("url=http://")) {
                process.destroyForcibly();
                throw new IllegalStateException("the simulated org did not start: " + line);
            }
            return new ClientOrg(process, line.substring("url=http://".length()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The JDBC URL, without the secret. */
    public String url() {
        return "jdbc:soql://" + host + "?ssl=false&auth=client_credentials";
    }

    /** The URL with more properties, each {@code name=value}, already encoded. */
    public String url(String... properties) {
        return url() + "&" + String.join("&", properties);
    }

    /** What goes where a client asks for the user. */
    public String user() {
        return CLIENT_ID;
    }

    /** What goes where a client asks for the password. */
    public String password() {
        return CLIENT_SECRET;
    }

    /** User and password as {@link java.sql.DriverManager} takes them. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user());
        properties.setProperty("password", password());
        return properties;
    }

    /** Ends the process and waits for its end. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException broken) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
