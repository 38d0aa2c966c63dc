package io.cioagent.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether anything has become much slower. All figures are ratios within one run, to an agent that
 * does nothing and to a small piece of work, so that the machine does not matter; the bounds are
 * generous, so that its load does not matter either.
 */
public final class Bounds {

  private record Bound(String what, double measured, double atMost) {
    boolean isKept() {
      // A value that is not a number is none.
      return measured <= atMost;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: %s: %.2f (at most %.2f)",
          isKept() ? "PASS" : "FAIL",
          what,
          measured,
          atMost);
    }
  }

  private static final String TIME = "ns";
  private static final String BYTES = "B";

  private final RatioTable start;
  private final RatioTable calls;

  private Bounds(RatioTable start, RatioTable calls) {
    this.start = start;
    this.calls = calls;
  }

  /** Argument: the folder of the results. Exits with 1 if a bound is missed. */
  public static void main(String[] args) throws IOException {
    List<Sample> start = SampleFile.existing(Path.of(args[0], "start-up.tsv")).samples();
    List<Sample> calls = SampleFile.existing(Path.of(args[0], "check-calls.tsv")).samples();
    List<Bound> bounds =
        new Bounds(new RatioTable(start), new RatioTable(calls)).all(start.get(0).row());
    bounds.forEach(System.out::println);
    System.exit(bounds.stream().allMatch(Bound::isKept) ? 0 : 1);
  }

  private List<Bound> all(String program) {
    String client = "customerIoClient";
    String customerIo = "okHttp to Customer.io";
    String another = "okHttp to another host";
    List<Bound> bounds = new ArrayList<>();
    bounds.add(startUp(program, "before `main`, ms", 2.5));
    bounds.add(startUp(program, "processor time until idle, ms", 8));
    bounds.add(startUp(program, "peak memory, MiB", 2.5));
    bounds.add(added(client, TIME, 25));
    bounds.add(added(client, BYTES, 5));
    bounds.add(slower(customerIo, 6));
    bounds.add(added(customerIo, BYTES, 10));
    bounds.add(slower(another, 3));
    bounds.add(added(another, BYTES, 0.5));
    bounds.add(added("execute", TIME, 4));
    bounds.add(added("execute", BYTES, 0.5));
    return bounds;
  }

  /** As a multiple of the same with an agent that does nothing. */
  private Bound startUp(String row, String figure, double atMost) {
    double ours = median(start, row, figure, Contender.OURS);
    double doNothing = median(start, row, figure, Contender.DO_NOTHING);
    return new Bound(row + ", " + figure + ", ratio to do-nothing", ours / doNothing, atMost);
  }

  /** As a multiple of the time without an agent, for calls that take several microseconds. */
  private Bound slower(String row, double atMost) {
    double ratio =
        median(calls, row, TIME, Contender.OURS) / median(calls, row, TIME, Contender.NONE);
    return new Bound(row + ", ns, ratio to none", ratio, atMost);
  }

  /** What the agent adds to a call, as a multiple of copying a map of three entries. */
  private Bound added(String row, String figure, double atMost) {
    double added =
        median(calls, row, figure, Contender.OURS) - median(calls, row, figure, Contender.NONE);
    double baseline = median(calls, "baseline", figure, Contender.NONE);
    return new Bound(
        row + ", added " + figure + ", ratio to the baseline", added / baseline, atMost);
  }

  private static double median(RatioTable table, String row, String figure, Contender contender) {
    // A row without values misses its bound.
    return table.median(row, figure, contender).orElse(Double.NaN);
  }
}
