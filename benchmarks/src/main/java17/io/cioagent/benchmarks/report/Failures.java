package io.cioagent.benchmarks.report;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Rows that could not be measured: each is noted in the report once, and the others go on. */
public final class Failures {

  private record Place(String row, Contender contender) {}

  /** Something that is measured. */
  @FunctionalInterface
  public interface Measurement {
    void run() throws IOException, InterruptedException;
  }

  private final Set<Place> failed = new HashSet<>();
  private final SampleFile samples;

  public Failures(SampleFile samples) {
    this.samples = samples;
  }

  /** Measures; a failure leaves this round of the row without values. */
  public void guard(String row, Contender contender, Measurement measurement)
      throws IOException, InterruptedException {
    try {
      measurement.run();
    } catch (IOException | IllegalStateException e) {
      String message = String.valueOf(e.getMessage());
      if (failed.add(new Place(row, contender))) {
        samples.note(
            "**Failed** in one round or more: "
                + row
                + ", "
                + contender.id()
                + ": "
                + message.lines().findFirst().orElse(""));
      }
      System.err.println("FAILED: " + row + ", " + contender.id() + ": " + message);
    }
  }

  public boolean none() {
    return failed.isEmpty();
  }
}
