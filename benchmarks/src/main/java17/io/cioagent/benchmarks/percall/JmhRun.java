package io.cioagent.benchmarks.percall;

import io.cioagent.benchmarks.report.Contender;
import java.util.List;

/**
 * One run of JMH.
 *
 * @param name of its files
 * @param benchmarks a regular expression
 * @param host the parameter of benchmarks of HTTP libraries, null for all values
 * @param withTools whether the OpenTelemetry SDK and the agent's core are on the class path
 * @param withAgent whether the JVM gets the contender's options
 */
record JmhRun(
    String name,
    Contender contender,
    String benchmarks,
    String host,
    int threads,
    boolean withTools,
    boolean withAgent,
    List<String> jvmOptions) {

  /** What nearly all contenders are measured with. */
  private static final String ALL =
      "ClientBenchmark|HandoverBenchmark|UrlConnectionBenchmark|\\.library\\.|\\.server\\.|\\.endpoint\\.";

  private static final String EXCHANGES =
      "OkHttp|HttpClient5Benchmark|JavaNetHttp|UrlConnectionExchange|\\.endpoint\\.";
  private static final String CLIENT = "ClientBenchmark.customerIoClient";
  private static final String LOG_FILE = "benchmarks/results/operations.log";

  static JmhRun of(Contender contender) {
    return switch (contender) {
      case NONE, OURS -> simple(contender, ALL, null);
      case OURS_NO_SPANS -> simple(contender, CLIENT + "|" + EXCHANGES, "customer.io");
      case OPENTELEMETRY -> simple(contender, EXCHANGES, "customer.io");
      case WRAPPER -> simple(contender, CLIENT + "|OkHttp|\\.endpoint\\.", "customer.io");
      case DO_NOTHING, JMX_EXPORTER, ELASTIC ->
          throw new IllegalArgumentException(contender.id() + " observes no calls");
    };
  }

  /** A few rows that tell whether something has become much slower. */
  static JmhRun shortForm(Contender contender) {
    return simple(
        contender,
        "ClientBenchmark.customerIoClient|ClientBenchmark.baseline|OkHttp|HandoverBenchmark.execute",
        null);
  }

  /** All runs of a contender. */
  static List<JmhRun> allOf(Contender contender) {
    JmhRun all = of(contender);
    return switch (contender) {
      case NONE ->
          List.of(
              all,
              all.client(2),
              all.client(8),
              all.log("logLineWritten", List.of()),
              all.log("logLineSuppressed", List.of()),
              masking(contender, "textOfData"));
      case OURS ->
          List.of(
              all,
              all.client(2),
              all.client(8),
              all.log("logLineWritten", logTo("10000")),
              all.log("logLineSuppressed", logTo("1")),
              masking(contender, "maskedData"));
      case OURS_NO_SPANS, WRAPPER -> List.of(all, all.client(2), all.client(8));
      default -> List.of(all);
    };
  }

  private static JmhRun simple(Contender contender, String benchmarks, String host) {
    return new JmhRun(
        contender.id(),
        contender,
        benchmarks,
        host,
        1,
        contender == Contender.WRAPPER,
        true,
        // The log is bounded by its rate limit and would only add noise.
        contender.isOurs() ? List.of("-Dcustomerio.agent.log.level=off") : List.of());
  }

  private JmhRun client(int threadCount) {
    return new JmhRun(
        name + "-" + threadCount + "-threads",
        contender,
        CLIENT,
        null,
        threadCount,
        withTools,
        true,
        jvmOptions);
  }

  private JmhRun log(String benchmark, List<String> options) {
    return new JmhRun(
        contender.id() + "-" + benchmark, contender, benchmark, null, 1, false, true, options);
  }

  private static List<String> logTo(String rateLimit) {
    return List.of(
        "-Dcustomerio.agent.log.output=" + LOG_FILE,
        "-Dcustomerio.agent.log.rate-limit=" + rateLimit);
  }

  /** The agent's code for it is called by itself, without the agent around it. */
  private static JmhRun masking(Contender contender, String benchmark) {
    return new JmhRun(
        contender.id() + "-masking", contender, benchmark, null, 1, true, false, List.of());
  }
}
