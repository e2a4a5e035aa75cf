package org.soqljdbc;

import java.io.PrintWriter;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKeyBuilder;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Logger;
import javax.naming.Reference;
import javax.naming.Referenceable;
import javax.naming.StringRefAddr;
import javax.sql.DataSource;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.JdbcUrl;
import org.soqljdbc.config.Property;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.jdbc.base.PlainWrapper;

/**
 * Opens connections from properties set one by one, as containers and frameworks like it.
 *
 * <p>Each setter writes the connection property of its name; {@link #setProperty} writes any other. A value given here
 * and another one in the URL is an error when a connection is opened. Null takes a value away. Secrets have setters
 * only. A serialized data source, and one bound in a JNDI directory, holds its secrets in plain.
 */
public final class SalesforceDataSource implements DataSource, PlainWrapper, Serializable, Referenceable {

    private static final long serialVersionUID = 1L;

    private String url = "jdbc:soql://";
    private final Properties properties = new Properties();
    private transient PrintWriter logWriter;

    /** A connection with a session of its own or one shared with connections of equal credentials. */
    @Override
    public Connection getConnection() throws SQLException {
        return open(copy());
    }

    /** @param password null for what was set */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties given = copy();
        put(given, ConnectionProperties.USER.key(), user);
        if (password != null) {
            put(given, ConnectionProperties.PASSWORD.key(), password);
        }
        return open(given);
    }

    private Connection open(Properties given) throws SQLException {
        if (!JdbcUrl.accepts(url)) {
            throw SqlErrors.of(SqlState.CANNOT_CONNECT, "The URL of the data source must begin with jdbc:soql://");
        }
        return SalesforceDriver.open(url, given);
    }

    private synchronized Properties copy() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    /** For a JNDI directory, which makes the data source again through {@link SalesforceDataSourceFactory}. */
    @Override
    public Reference getReference() {
        Reference reference =
                new Reference(SalesforceDataSource.class.getName(), SalesforceDataSourceFactory.class.getName(), null);
        reference.add(new StringRefAddr(SalesforceDataSourceFactory.URL, url));
        Properties given = copy();
        given.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> reference.add(new StringRefAddr(name, given.getProperty(name))));
        return reference;
    }

    private static void put(Properties properties, String name, String value) {
        if (value == null) {
            properties.remove(name);
        } else {
            properties.setProperty(name, value);
        }
    }

    private synchronized void set(Property<?> property, Object value) {
        put(properties, property.key(), Objects.toString(value, null));
    }

    private synchronized String get(Property<?> property) {
        return properties.getProperty(property.key());
    }

    /** {@code jdbc:soql://[host[:port]][?property=value[&...]]}; without one the host is login.salesforce.com. */
    public String getUrl() {
        // A URL may carry secrets behind its question mark.
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** @param url null for the default */
    public void setUrl(String url) {
        this.url = url == null ? "jdbc:soql://" : url;
    }

    /** Any connection property by its name or alias. @throws SQLException 22023 for a name that is none */
    public synchronized void setProperty(String name, String value) throws SQLException {
        Property<?> property = ConnectionProperties.named(Objects.toString(name, ""))
                .orElseThrow(() ->
                        SqlErrors.of(SqlState.INVALID_PARAMETER_VALUE, "There is no connection property " + name));
        set(property, value);
    }

    public String getAuth() {
        return get(ConnectionProperties.AUTH);
    }

    public void setAuth(String auth) {
        set(ConnectionProperties.AUTH, auth);
    }

    public String getUser() {
        return get(ConnectionProperties.USER);
    }

    public void setUser(String user) {
        set(ConnectionProperties.USER, user);
    }

    public void setPassword(String password) {
        set(ConnectionProperties.PASSWORD, password);
    }

    public void setSecurityToken(String securityToken) {
        set(ConnectionProperties.SECURITY_TOKEN, securityToken);
    }

    public String getClientId() {
        return get(ConnectionProperties.CLIENT_ID);
    }

    public void setClientId(String clientId) {
        set(ConnectionProperties.CLIENT_ID, clientId);
    }

    public void setClientSecret(String clientSecret) {
        set(ConnectionProperties.CLIENT_SECRET, clientSecret);
    }

    public void setPrivateKey(String privateKey) {
        set(ConnectionProperties.PRIVATE_KEY, privateKey);
    }

    public String getPrivateKeyFile() {
        return get(ConnectionProperties.PRIVATE_KEY_FILE);
    }

    public void setPrivateKeyFile(String privateKeyFile) {
        set(ConnectionProperties.PRIVATE_KEY_FILE, privateKeyFile);
    }

    public void setAccessToken(String accessToken) {
        set(ConnectionProperties.ACCESS_TOKEN, accessToken);
    }

    public void setRefreshToken(String refreshToken) {
        set(ConnectionProperties.REFRESH_TOKEN, refreshToken);
    }

    public String getInstanceUrl() {
        return get(ConnectionProperties.INSTANCE_URL);
    }

    public void setInstanceUrl(String instanceUrl) {
        set(ConnectionProperties.INSTANCE_URL, instanceUrl);
    }

    public String getApiVersion() {
        return get(ConnectionProperties.API_VERSION);
    }

    public void setApiVersion(String apiVersion) {
        set(ConnectionProperties.API_VERSION, apiVersion);
    }

    public String getTimeZone() {
        return get(ConnectionProperties.TIME_ZONE);
    }

    public void setTimeZone(String timeZone) {
        set(ConnectionProperties.TIME_ZONE, timeZone);
    }

    public String getApplicationName() {
        return get(ConnectionProperties.APPLICATION_NAME);
    }

    public void setApplicationName(String applicationName) {
        set(ConnectionProperties.APPLICATION_NAME, applicationName);
    }

    public boolean isReadOnly() {
        return Boolean.parseBoolean(get(ConnectionProperties.READ_ONLY));
    }

    public void setReadOnly(boolean readOnly) {
        set(ConnectionProperties.READ_ONLY, readOnly);
    }

    @Override
    public ConnectionBuilder createConnectionBuilder() throws SQLException {
        throw SqlErrors.unsupported("DataSource.createConnectionBuilder");
    }

    @Override
    public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
        throw SqlErrors.unsupported("DataSource.createShardingKeyBuilder");
    }

    /** Seconds; 0 if none was set, which means the property's default. */
    @Override
    public int getLoginTimeout() {
        String seconds = get(ConnectionProperties.LOGIN_TIMEOUT);
        return seconds != null && seconds.matches("\\d{1,9}") ? Integer.parseInt(seconds) : 0;
    }

    /** @param seconds 0 for the property's default. @throws SQLException 22023 for a negative number */
    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        if (seconds < 0) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE, "The login time-out must be 0 or more seconds, not " + seconds);
        }
        set(ConnectionProperties.LOGIN_TIMEOUT, seconds == 0 ? null : seconds);
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    /** Kept and never written to: the driver logs through java.util.logging. */
    @Override
    public void setLogWriter(PrintWriter writer) {
        logWriter = writer;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.soqljdbc");
    }

    /** The URL without its properties, and the names of what was set. */
    @Override
    public String toString() {
        return "SalesforceDataSource[" + getUrl() + " " + copy().stringPropertyNames() + "]";
    }
}
