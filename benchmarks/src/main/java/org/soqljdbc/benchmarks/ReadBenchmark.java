package org.soqljdbc.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reads 100 pages of 2,000 rows: the driver with typed getters on every column, and the bare loop beside it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class ReadBenchmark {

    private static final int PAGES = 100;

    /** Whether pages travel compressed, as the service sends them. */
    @Param({"true", "false"})
    public boolean gzip;

    private PageServer server;
    private OkHttpClient client;
    private JsonFactory json;
    private Connection connection;

    @Setup
    public void start() throws IOException, SQLException {
        server = new PageServer(Pages.render(PAGES, gzip), gzip);
        client = new OkHttpClient();
        json = new JsonFactory();
        connection = DriverManager.getConnection(
                "jdbc:soql://127.0.0.1?auth=token&accessToken=00D!x&ssl=false&instanceUrl=" + server.url());
    }

    @TearDown
    public void stop() throws IOException, SQLException {
        connection.close();
        server.close();
        client.connectionPool().evictAll();
    }

    /** The least that any client must do: fetch each page, turn it into tokens, take every value. */
    @Benchmark
    public void bareLoop(Blackhole taken) throws IOException {
        String path = "/services/data/v67.0/query?q=x";
        while (path != null) {
            Request request = new Request.Builder().url(server.url() + path).build();
            path = null;
            try (Response response = client.newCall(request).execute();
                    JsonParser parser = json.createParser(response.body().byteStream())) {
                JsonToken token = parser.nextToken();
                while (token != null) {
                    switch (token) {
                        case VALUE_STRING -> {
                            String text = parser.getText();
                            if (parser.currentName().equals("nextRecordsUrl")) {
                                path = text;
                            }
                            taken.consume(text);
                        }
                        case VALUE_NUMBER_INT -> taken.consume(parser.getIntValue());
                        case VALUE_NUMBER_FLOAT -> taken.consume(parser.getDecimalValue());
                        case VALUE_TRUE, VALUE_FALSE -> taken.consume(parser.getBooleanValue());
                        default -> {}
                    }
                    token = parser.nextToken();
                }
            }
        }
    }

    @Benchmark
    public void driver(Blackhole taken) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Pages.SOQL)) {
            while (rows.next()) {
                taken.consume(rows.getString(1));
                taken.consume(rows.getString(2));
                taken.consume(rows.getBigDecimal(3));
                taken.consume(rows.getInt(4));
                taken.consume(rows.getBoolean(5));
                taken.consume(rows.getTimestamp(6));
                taken.consume(rows.getDate(7));
                taken.consume(rows.getString(8));
            }
        }
    }
}
