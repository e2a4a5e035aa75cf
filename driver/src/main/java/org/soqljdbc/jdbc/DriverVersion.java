package org.soqljdbc.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The driver's name and version, as the build wrote them into {@code driver.properties}. */
public final class DriverVersion {

    public static final String NAME = "soql-jdbc";

    /** {@code major.minor.patch}, with {@code -SNAPSHOT} between releases. */
    public static final String TEXT = read();

    private DriverVersion() {}

    private static String read() {
        try (InputStream file = DriverVersion.class.getResourceAsStream("driver.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static int major() {
        return number(0);
    }

    public static int minor() {
        return number(1);
    }

    private static int number(int index) {
        return Integer.parseInt(TEXT.split("[.-]")[index]);
    }
}
