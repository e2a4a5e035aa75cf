package org.soqljdbc.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every connection property, declared once; parsing, DriverPropertyInfo and the documentation read this table. */
public final class ConnectionProperties {

    public static final Property<AuthKind> AUTH = Property.of(
                    "auth", AuthKind::parse, "How to log in; inferred from the other properties when left out")
            .alias("authScheme")
            .choices(AuthKind.texts());
    public static final Property<String> USER = Property.text(
                    "user",
                    "Salesforce user name (password, jwt); with auth=client_credentials or refresh_token it may carry"
                            + " the client id")
            .alias("username", "uid");
    public static final Property<String> PASSWORD = Property.text(
                    "password",
                    "Password of the user; with auth named it may carry that grant's secret: the access token, client"
                            + " secret, refresh token or PEM private key")
            .alias("pwd")
            .asSecret();
    public static final Property<String> SECURITY_TOKEN = Property.text(
                    "securityToken", "Security token of the user, appended to the password (password)")
            .asSecret();
    public static final Property<String> CLIENT_ID = Property.text(
                    "clientId", "Consumer key of the External Client App or connected app (all grants but token)")
            .alias("consumerKey", "oauthClientId");
    public static final Property<String> CLIENT_SECRET = Property.text(
                    "clientSecret", "Consumer secret of the app (client_credentials, password, refresh_token)")
            .alias("consumerSecret", "oauthClientSecret")
            .asSecret();
    public static final Property<String> PRIVATE_KEY = Property.text(
                    "privateKey", "RSA private key as PEM text, PKCS#8 or PKCS#1 (jwt)")
            .asSecret();
    public static final Property<Path> PRIVATE_KEY_FILE =
            Property.of("privateKeyFile", Path::of, "File with the RSA private key as PEM (jwt)");
    public static final Property<String> PRIVATE_KEY_PASSWORD = Property.text(
                    "privateKeyPassword", "Password of an encrypted PKCS#8 private key (jwt)")
            .asSecret();
    public static final Property<Path> KEY_STORE =
            Property.of("keyStore", Path::of, "PKCS#12 or JKS key store with the RSA private key (jwt)");
    public static final Property<String> KEY_STORE_PASSWORD = Property.text(
                    "keyStorePassword", "Password of the key store and its key")
            .asSecret();
    public static final Property<String> KEY_ALIAS = Property.text(
                    "keyStoreAlias", "Name of the key in the key store; needed where it holds several keys")
            .alias("keyAlias");
    public static final Property<String> JWT_AUDIENCE = Property.text(
            "jwtAudience",
            "Audience of the JWT; default: https://test.salesforce.com for sandboxes and scratch orgs,"
                    + " https://login.salesforce.com for other My Domains, else the login host");
    public static final Property<String> ACCESS_TOKEN = Property.text(
                    "accessToken", "A ready access token or session id, used as it is (token)")
            .alias("oauthAccessToken", "sessionId")
            .asSecret();
    public static final Property<String> REFRESH_TOKEN = Property.text(
                    "refreshToken", "Refresh token of an earlier authorization (refresh_token)")
            .alias("oauthRefreshToken")
            .asSecret();
    public static final Property<String> INSTANCE_URL = Property.text(
            "instanceUrl",
            "Base of API calls for a ready token, such as https://name.my.salesforce.com; default: the URL's host");
    public static final Property<String> API_VERSION = Property.of(
                    "apiVersion", ConnectionProperties::version, "Version of the REST API, such as 67.0")
            .orElse("67.0");
    public static final Property<Boolean> SSL = Property.of(
                    "ssl",
                    ConnectionProperties::yesOrNo,
                    "TLS for every call; false is allowed for a loopback host only")
            .choices("true", "false")
            .orElse("true");
    public static final Property<ZoneId> TIME_ZONE = Property.of(
                    "timeZone",
                    ConnectionProperties::zone,
                    "Time zone of literals and values without one: JVM for the machine's, or an id such as"
                            + " Europe/Berlin or UTC")
            .orElse("JVM");
    public static final Property<Integer> FETCH_SIZE = Property.of(
                    "fetchSize",
                    text -> whole(text, Integer.MAX_VALUE),
                    "Rows asked for in each page, 200 to 2000, a hint to the server; 0 for the server's default")
            .alias("pageSize")
            .orElse("0");
    public static final Property<Dialect> DIALECT = oneOf(
                    "dialect",
                    Dialect.class,
                    "Language of statements: auto takes what is SOQL in every respect as SOQL, and the rest as SQL")
            .orElse("auto");
    public static final Property<Boolean> PUSH_DOWN = Property.of(
                    "pushDown",
                    ConnectionProperties::yesOrNo,
                    "Whether the org does what SOQL can say of SQL; with false it is asked for whole objects and all"
                            + " else is done here, to find out where a difference comes from")
            .choices("true", "false")
            .orElse("true");
    public static final Property<CompoundFields> COMPOUND_FIELDS = oneOf(
                    "compoundFields",
                    CompoundFields.class,
                    "How SELECT * and the metadata list addresses and locations: as their parts, whole (JSON), or both")
            .orElse("parts");
    public static final Property<Boolean> QUERY_ALL = Property.of(
                    "queryAll", ConnectionProperties::yesOrNo, "Whether queries see deleted and archived rows too")
            .alias("includeDeleted")
            .choices("true", "false")
            .orElse("false");
    public static final Property<Integer> MAX_LOCAL_ROWS = Property.of(
                    "maxLocalRows",
                    text -> whole(text, Integer.MAX_VALUE),
                    "Rows that one step of a statement which is joined or computed here may hold in memory, 0 for no"
                            + " limit")
            .orElse("1000000");
    public static final Property<Boolean> READ_ONLY = Property.of(
                    "readOnly", ConnectionProperties::yesOrNo, "Whether connections begin read-only")
            .choices("true", "false")
            .orElse("false");
    public static final Property<Boolean> ALL_OR_NONE = Property.of(
                    "allOrNone",
                    ConnectionProperties::yesOrNo,
                    "Whether one failed row undoes the other rows of its request, up to 200 of a statement")
            .choices("true", "false")
            .orElse("true");
    public static final Property<Transactions> TRANSACTIONS = oneOf(
                    "transactions",
                    Transactions.class,
                    "What happens without auto-commit: none applies writes at once and refuses to roll them back, ignore"
                            + " only warns, atomic sends up to 500 records as one request at commit")
            .orElse("none");
    public static final Property<WriteRetries> RETRY_WRITES = oneOf(
                    "retryWrites",
                    WriteRetries.class,
                    "Which writes are sent again: those that surely did not start, or also updates, deletes and upserts"
                            + " whose answer is missing")
            .orElse("safe");
    public static final Property<DuplicateRule> DUPLICATE_RULE = oneOf(
                    "duplicateRule",
                    DuplicateRule.class,
                    "Whether records that a duplicate rule only alerts to are refused or saved")
            .orElse("obey");
    public static final Property<String> ASSIGNMENT_RULE = Property.of(
            "assignmentRule",
            ConnectionProperties::assignmentRule,
            "Assignment rule for cases and leads: TRUE for the active one, FALSE for none, or a rule's Id; default: as"
                    + " the org does");
    public static final Property<BulkUse> BULK = oneOf(
                    "bulk", BulkUse.class, "When rows are written by Bulk API 2.0: auto means above bulkWriteThreshold")
            .orElse("auto");
    public static final Property<Long> BULK_WRITE_THRESHOLD = Property.of(
                    "bulkWriteThreshold",
                    ConnectionProperties::count,
                    "Rows to write above which they are sent in bulk")
            .orElse("10000");
    public static final Property<Integer> PARALLELISM = Property.of(
                    "parallelism",
                    ConnectionProperties::someCalls,
                    "Calls of one statement that may be under way at once where order does not matter, 1 to 25")
            .orElse("1");
    public static final Property<Duration> CONNECT_TIMEOUT = Property.of(
                    "connectTimeout", ConnectionProperties::seconds, "Seconds to reach the server, 0 for no limit")
            .orElse("10");
    // A SOQL query may run for 2 minutes, any other call for 10 (REST API Developer Guide, "API Limits").
    public static final Property<Duration> READ_TIMEOUT = Property.of(
                    "readTimeout",
                    ConnectionProperties::seconds,
                    "Seconds without a byte before a call is given up, 0 for no limit")
            .alias("socketTimeout")
            .orElse("660");
    public static final Property<Duration> LOGIN_TIMEOUT = Property.of(
                    "loginTimeout", ConnectionProperties::seconds, "Seconds a login may take, 0 for no limit")
            .orElse("30");
    public static final Property<Duration> VALIDATION_INTERVAL = Property.of(
                    "validationInterval",
                    ConnectionProperties::seconds,
                    "Seconds during which isValid trusts the last successful call instead of asking the org")
            .orElse("30");
    public static final Property<Long> API_CALL_LIMIT = Property.of(
                    "apiCallLimit", ConnectionProperties::count, "API calls a connection may make, 0 for no limit")
            .orElse("0");
    public static final Property<Long> STATEMENT_CALL_LIMIT = Property.of(
                    "statementCallLimit",
                    ConnectionProperties::count,
                    "API calls one execution of a statement may make, 0 for no limit")
            .orElse("0");
    public static final Property<Boolean> TOOLING = Property.of(
                    "tooling",
                    ConnectionProperties::yesOrNo,
                    "Whether metadata lists the schema tooling, which has the objects of Tooling API; statements may name"
                            + " it in any case")
            .choices("true", "false")
            .orElse("false");
    public static final Property<Duration> METADATA_MAX_AGE = Property.of(
                    "metadataMaxAge",
                    ConnectionProperties::seconds,
                    "Seconds for which what was learnt of an object is used without asking whether it changed; asking"
                            + " costs a call for each 25 objects and sends again only what changed")
            .orElse("600");
    public static final Property<Path> METADATA_CACHE = Property.of(
            "metadataCache",
            Path::of,
            "Directory that keeps what was learnt of objects and fields for the next start, apart for each user and"
                    + " org; holds no rows and no secrets; default: nothing is kept on disk");
    public static final Property<String> APPLICATION_NAME = Property.of(
                    "applicationName",
                    ConnectionProperties::headerText,
                    "Name by which the org's event logs know the client")
            .orElse("soql-jdbc");
    public static final Property<String> PROXY_HOST = Property.text(
                    "proxyHost", "HTTP proxy; default: the JVM's proxy settings")
            .alias("proxyServer");
    public static final Property<Integer> PROXY_PORT = Property.of(
                    "proxyPort", ConnectionProperties::port, "Port of the proxy")
            .orElse("8080");
    public static final Property<String> PROXY_USER = Property.text("proxyUser", "User name for the proxy");
    public static final Property<String> PROXY_PASSWORD =
            Property.text("proxyPassword", "Password for the proxy").asSecret();
    public static final Property<Path> TRUST_STORE = Property.of(
            "trustStore", Path::of, "PKCS#12 or JKS store of the certificate authorities to trust; default: the JVM's");
    public static final Property<String> TRUST_STORE_PASSWORD =
            Property.text("trustStorePassword", "Password of the trust store").asSecret();

    /** Every property, in the order documentation shows them. */
    public static final List<Property<?>> ALL = List.of(
            AUTH,
            USER,
            PASSWORD,
            SECURITY_TOKEN,
            CLIENT_ID,
            CLIENT_SECRET,
            PRIVATE_KEY,
            PRIVATE_KEY_FILE,
            PRIVATE_KEY_PASSWORD,
            KEY_STORE,
            KEY_STORE_PASSWORD,
            KEY_ALIAS,
            JWT_AUDIENCE,
            ACCESS_TOKEN,
            REFRESH_TOKEN,
            INSTANCE_URL,
            API_VERSION,
            SSL,
            TIME_ZONE,
            FETCH_SIZE,
            DIALECT,
            PUSH_DOWN,
            COMPOUND_FIELDS,
            QUERY_ALL,
            MAX_LOCAL_ROWS,
            READ_ONLY,
            ALL_OR_NONE,
            TRANSACTIONS,
            RETRY_WRITES,
            DUPLICATE_RULE,
            ASSIGNMENT_RULE,
            BULK,
            BULK_WRITE_THRESHOLD,
            PARALLELISM,
            CONNECT_TIMEOUT,
            READ_TIMEOUT,
            LOGIN_TIMEOUT,
            VALIDATION_INTERVAL,
            API_CALL_LIMIT,
            STATEMENT_CALL_LIMIT,
            TOOLING,
            METADATA_MAX_AGE,
            METADATA_CACHE,
            APPLICATION_NAME,
            PROXY_HOST,
            PROXY_PORT,
            PROXY_USER,
            PROXY_PASSWORD,
            TRUST_STORE,
            TRUST_STORE_PASSWORD);

    private ConnectionProperties() {}

    /** The property of that name or alias, ignoring case. */
    public static Optional<Property<?>> named(String name) {
        return ALL.stream()
                .filter(p -> p.key().equalsIgnoreCase(name)
                        || p.aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(name)))
                .findFirst();
    }

    /** The table as documentation shows it: Markdown, a row for each property, lines ended by {@code \n}. */
    public static String markdown() {
        StringBuilder table = new StringBuilder("| property | default | meaning |\n|---|---|---|\n");
        for (Property<?> property : ALL) {
            table.append("| `").append(property.key()).append('`');
            if (!property.aliases().isEmpty()) {
                table.append(" (also `")
                        .append(String.join("`, `", property.aliases()))
                        .append("`)");
            }
            table.append(" | ").append(property.defaultText().orElse("")).append(" | ");
            table.append(property.about());
            if (!property.choices().isEmpty()) {
                table.append(": `")
                        .append(String.join("`, `", property.choices()))
                        .append('`');
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    /** A property whose values are the constants of an enum, in lower case. */
    private static <E extends Enum<E>> Property<E> oneOf(String key, Class<E> type, String about) {
        String[] texts = Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        return Property.of(key, text -> Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT)), about)
                .choices(texts);
    }

    private static String assignmentRule(String text) {
        String rule = text.strip();
        if (rule.equalsIgnoreCase("TRUE") || rule.equalsIgnoreCase("FALSE")) {
            return rule.toUpperCase(Locale.ROOT);
        }
        if (!rule.matches("[A-Za-z0-9]{15}|[A-Za-z0-9]{18}")) {
            throw new IllegalArgumentException(text);
        }
        return rule;
    }

    private static Integer someCalls(String text) {
        // A production org runs 25 calls of 20 seconds or more at once (REST API Developer Guide, "API Limits").
        int calls = whole(text, 25);
        if (calls == 0) {
            throw new IllegalArgumentException(text);
        }
        return calls;
    }

    private static String version(String text) {
        String number = text.strip().toLowerCase(Locale.ROOT);
        number = number.startsWith("v") ? number.substring(1) : number;
        number = number.matches("\\d{2,3}") ? number + ".0" : number;
        // 31.0 is the oldest version still served (REST API Developer Guide, "API End-of-Life Policy").
        if (!number.matches("\\d{2,3}\\.0") || number.compareTo("31.0") < 0 && number.length() == 4) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Boolean yesOrNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static ZoneId zone(String text) {
        return text.strip().equalsIgnoreCase("JVM")
                ? ZoneId.systemDefault()
                : ZoneId.of(text.strip(), ZoneId.SHORT_IDS);
    }

    private static int whole(String text, int most) {
        int number = Integer.parseInt(text.strip());
        if (number < 0 || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static int port(String text) {
        int number = whole(text, 65_535);
        if (number == 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Long count(String text) {
        long number = Long.parseLong(text.strip());
        if (number < 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Duration seconds(String text) {
        // OkHttp and Object.wait take milliseconds as int: some 24 days.
        return Duration.ofSeconds(whole(text, Integer.MAX_VALUE / 1_000));
    }

    /** What may stand in a header's value between its separators: visible ASCII without {@code , ; =}. */
    private static String headerText(String text) {
        String stripped = text.strip();
        if (!stripped.matches("[\\x20-\\x7E&&[^,;=]]{1,100}")) {
            throw new IllegalArgumentException(text);
        }
        return stripped;
    }
}
