package io.cioagent.benchmarks.percall;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all benchmarks of this package and those beneath it without and with the agent. */
public final class PerCall {

  /** Names the agent's port in a JVM that has the agent. */
  public static final String PORT_PROPERTY = "customerio.agent.prometheus.port";

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private PerCall() {}

  /** Arguments: the agent's jar, then any options of JMH. */
  public static void main(String[] args)
      throws CommandLineOptionException, IOException, RunnerException {
    String agent = "-javaagent:" + args[0];
    // The log is bounded by its rate limit and would only add noise to the figures.
    String noLog = "-Dcustomerio.agent.log.level=off";
    // Where a library needs a wire, that name is Customer.io and the address behind it is not.
    String host = "-Dcustomerio.agent.hosts=localhost";
    String noSpans = "-Dcustomerio.agent.spans.recent=0";

    String[] jmhArguments = new String[args.length - 1];
    System.arraycopy(args, 1, jmhArguments, 0, jmhArguments.length);
    CommandLineOptions jmhOptions = new CommandLineOptions(jmhArguments);

    Map<String, Map<String, Cost>> costs = new LinkedHashMap<>();
    costs.put(PerCallTable.BARE, run(jmhOptions));
    costs.put("spans off", run(jmhOptions, agent, port(), noLog, host, noSpans));
    costs.put("spans on", run(jmhOptions, agent, port(), noLog, host));
    System.out.println(new PerCallTable(costs).toMarkdown());
  }

  private static Map<String, Cost> run(CommandLineOptions jmhOptions, String... jvmArguments)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(jmhOptions)
            .addProfiler("gc")
            .shouldFailOnError(true)
            .jvmArgsAppend(jvmArguments);
    if (jmhOptions.getIncludes().isEmpty()) {
      options.include(PerCall.class.getPackage().getName().replace(".", "\\."));
    }
    if (System.getProperty("java.specification.version").startsWith("1.")) {
      options.exclude("JavaNetHttp");
    }
    return costsOf(new Runner(options.build()).run());
  }

  private static Map<String, Cost> costsOf(Collection<RunResult> results) {
    Map<String, Cost> costs = new LinkedHashMap<>();
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
      costs.put(
          time.getLabel(), new Cost(time.getScore(), time.getScoreError(), allocation.getScore()));
    }
    return costs;
  }

  private static String port() throws IOException {
    // A known port, so that the benchmark can ask the agent what it has counted.
    try (ServerSocket free = new ServerSocket(0)) {
      return "-D" + PORT_PROPERTY + "=" + free.getLocalPort();
    }
  }
}
