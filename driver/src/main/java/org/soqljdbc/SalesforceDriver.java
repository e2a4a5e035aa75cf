package org.soqljdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.JdbcUrl;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.SalesforceEngine;
import org.soqljdbc.jdbc.DriverVersion;
import org.soqljdbc.jdbc.OrgConnection;

/**
 * The driver for URLs {@code jdbc:soql://[host[:port]][?property=value[&...]]}.
 *
 * <p>Found by {@link DriverManager} through its service file; loading the class registers it too, as tools expect that
 * load it by name.
 */
public final class SalesforceDriver implements Driver {

    static {
        try {
            DriverManager.registerDriver(new SalesforceDriver());
        } catch (SQLException impossible) {
            // registerDriver throws for a null driver only.
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** @return null for a URL that is not this driver's. @throws SQLException 08001 or 28000 if no session can be had */
    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (url == null) {
            throw SqlErrors.of(SqlState.CANNOT_CONNECT, "The URL must not be null");
        }
        return JdbcUrl.accepts(url) ? open(url, info == null ? new Properties() : info) : null;
    }

    /** @param info not changed */
    static SalesforceConnection open(String url, Properties info) throws SQLException {
        Settings settings = Settings.of(url, info);
        int seconds = DriverManager.getLoginTimeout();
        if (seconds > 0 && !settings.isGiven(ConnectionProperties.LOGIN_TIMEOUT)) {
            Properties withTimeout = new Properties();
            withTimeout.putAll(info);
            withTimeout.setProperty(ConnectionProperties.LOGIN_TIMEOUT.key(), Integer.toString(seconds));
            settings = Settings.of(url, withTimeout);
        }
        return OrgConnection.of(SalesforceEngine.open(settings), settings);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        if (url == null) {
            throw SqlErrors.of(SqlState.CANNOT_CONNECT, "The URL must not be null");
        }
        return JdbcUrl.accepts(url);
    }

    /** Every property, with what is given so far, else its default; never a secret's value. */
    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return Settings.describe(url, info).stream()
                .map(SalesforceDriver::shown)
                .toArray(DriverPropertyInfo[]::new);
    }

    private static DriverPropertyInfo shown(Settings.Described property) {
        DriverPropertyInfo shown =
                new DriverPropertyInfo(property.name(), property.value().orElse(null));
        shown.description = property.description();
        shown.required = property.required();
        shown.choices = property.choices().isEmpty() ? null : property.choices().toArray(String[]::new);
        return shown;
    }

    @Override
    public int getMajorVersion() {
        return DriverVersion.major();
    }

    @Override
    public int getMinorVersion() {
        return DriverVersion.minor();
    }

    /** False: JDBC asks for all of SQL-92 Entry Level, which SOQL is not. */
    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.soqljdbc");
    }
}
