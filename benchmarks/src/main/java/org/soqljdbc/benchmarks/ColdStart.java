package org.soqljdbc.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.soqljdbc.exec.spi.FullSql;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.reader.SqlReader;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.http.CallControl;

/**
 * How long a fresh JVM takes until its first statement of full SQL is planned and compiled, everything loaded for the
 * first time; then another statement, and the first one again. No org and no network takes part.
 */
public final class ColdStart {

    private static final String FIRST = "SELECT a.Industry, UPPER(c.LastName) AS who, COUNT(*) AS n FROM Account a"
            + " FULL JOIN Contact c ON c.AccountId = a.Id WHERE LENGTH(a.Name) > 2"
            + " GROUP BY a.Industry, UPPER(c.LastName) HAVING COUNT(*) > 1 ORDER BY n DESC LIMIT 10";

    private static final String SECOND =
            "SELECT x.Name, (SELECT MAX(c.LastName) FROM Contact c WHERE c.AccountId = x.Id)"
                    + " FROM Account x WHERE x.Industry IN ('Banking', 'Energy')";

    private static final int FORKS = 5;

    private ColdStart() {}

    /** @param arguments none; the forked JVMs are told {@code here} */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, SyntaxException {
        PrintStream out = System.out;
        if (arguments.length > 0) {
            SmallOrg org = new SmallOrg();
            FullSql module = ServiceLoader.load(FullSql.class, ColdStart.class.getClassLoader())
                    .findFirst()
                    .orElseThrow();
            out.println(planned(module, org, FIRST) + " "
                    + cpuMillis() + " "
                    + planned(module, org, SECOND) + " "
                    + planned(module, org, FIRST));
            return;
        }
        List<List<Long>> times = new ArrayList<>();
        for (int fork = 0; fork < FORKS; fork++) {
            times.add(forked());
        }
        out.println("planned and compiled, median of " + FORKS + " fresh JVMs on "
                + Runtime.getRuntime().availableProcessors() + " processors:");
        String[] what = {"the first statement", "  its thread computed", "another statement", "the first one again"};
        for (int each = 0; each < what.length; each++) {
            out.println(String.format(Locale.ROOT, "%-22s %5d ms", what[each], median(times, each)));
        }
    }

    /** What this thread has computed so far: a busy machine makes it wait, too. */
    private static long cpuMillis() {
        return TimeUnit.NANOSECONDS.toMillis(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private static long planned(FullSql module, SmallOrg org, String sql) throws SQLException, SyntaxException {
        long begun = System.nanoTime();
        SqlText text = SqlReader.read(sql);
        PreparedQuery query = module.prepare(text, (Query) text.statement(), org);
        query.explain(List.of(), CallControl.unlimited());
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static List<Long> forked() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName(),
                        "here")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<Long> times = new ArrayList<>();
            for (String time : lines.readLine().split(" ")) {
                times.add(Long.valueOf(time));
            }
            process.waitFor();
            return times;
        }
    }

    private static long median(List<List<Long>> times, int which) {
        List<Long> sorted = new ArrayList<>();
        times.forEach(each -> sorted.add(each.get(which)));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
