package org.soqljdbc.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints how long the driver takes beside the bare loop. */
public final class Benchmarks {

    /** What the driver may take of the bare loop's time. */
    private static final double BOUND = 1.3;

    private Benchmarks() {}

    /** Takes JMH's own options. Exits with 1 if the driver is slower than it may be. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        OptionsBuilder options = new OptionsBuilder();
        options.parent(new CommandLineOptions(arguments)).include(ReadBenchmark.class.getSimpleName());
        Collection<RunResult> results = new Runner(options.build()).run();
        int measured = 0;
        boolean within = true;
        for (String gzip : new String[] {"true", "false"}) {
            double ratio = score(results, "driver", gzip) / score(results, "bareLoop", gzip);
            if (!Double.isNaN(ratio)) {
                measured++;
                within &= ratio <= BOUND;
                print(String.format(
                        Locale.ROOT, "gzip=%s: the driver takes %.2f times as long as the bare loop", gzip, ratio));
            }
        }
        if (measured == 0) {
            print("nothing was measured");
            System.exit(2);
        }
        print(within ? "within the bound of " + BOUND : "above the bound of " + BOUND);
        System.exit(within ? 0 : 1);
    }

    /** NaN if the options left it out. */
    private static double score(Collection<RunResult> results, String method, String gzip) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .filter(result -> result.getParams().getParam("gzip").equals(gzip))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void print(String line) {
        PrintStream out = System.out;
        out.println(line);
    }
}
