package io.cioagent.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the scripts pass to the parts that run on the JDK of the build. */
public final class Options {

  private static final Path LOAD = Path.of("/proc/loadavg");

  @Option(names = "--rounds")
  private int rounds = 1;

  @Option(names = "--contenders", split = ",", required = true)
  private List<String> contenders;

  /** Homes of JDKs. */
  @Option(names = "--jdks", split = ",", required = true)
  private List<String> jdks;

  @Option(names = "--results", required = true)
  private Path results;

  @Option(names = "--quick")
  private boolean quick;

  /** What is measured besides a bare main. */
  @Option(names = "--with", split = ",")
  private List<String> with = List.of();

  /** A regular expression: of a contender's benchmarks, only those that match are run. */
  @Option(names = "--pattern")
  private String pattern;

  /** Passed on to JMH, after {@code --}. */
  @Parameters private List<String> others = List.of();

  public Options(String... args) {
    CommandLine.populateCommand(this, args);
    contenders.forEach(id -> Contender.of(id).requireBuilt());
  }

  public int rounds() {
    return rounds;
  }

  public boolean isQuick() {
    return quick;
  }

  /** {@link Contender#NONE} first, whether named or not: all others are compared with it. */
  public List<Contender> contenders() {
    List<Contender> all = new ArrayList<>();
    all.add(Contender.NONE);
    for (String id : contenders) {
      Contender contender = Contender.of(id);
      if (!all.contains(contender)) {
        all.add(contender);
      }
    }
    return all;
  }

  public List<MeasuredJdk> jdks() throws IOException {
    List<MeasuredJdk> measured = new ArrayList<>();
    for (String home : jdks) {
      measured.add(MeasuredJdk.at(home));
    }
    return measured;
  }

  public boolean has(String name) {
    return with.contains(name);
  }

  public String pattern() {
    return pattern;
  }

  public List<String> others() {
    return others;
  }

  /** A file among the results. */
  public Path file(String name) {
    return results.resolve(name);
  }

  /** When, on which JDKs and under which load the part starts. */
  public String describe() throws IOException {
    List<String> versions = jdks().stream().map(MeasuredJdk::version).toList();
    return "Measured "
        + LocalDateTime.now(ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString()
            .replace("T", " ")
        + " UTC"
        + " on JDK "
        + String.join(", ", versions)
        + "; rounds: "
        + rounds
        + "; load before the start: "
        + Files.readString(LOAD).split(" ", 2)[0]
        + "."
        + (quick ? " **A quick run: it shows that everything works, not figures.**" : "");
  }
}
