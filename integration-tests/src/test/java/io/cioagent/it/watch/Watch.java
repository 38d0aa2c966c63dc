package io.cioagent.it.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.RunningJvm;
import java.util.ArrayList;
import java.util.List;

/** Looks at one application's endpoint before and after each of its commands. */
public final class Watch {

  private final RunningJvm jvm;
  private final Endpoint endpoint;
  private Scrape settledOperations;
  private Scrape settledAttempts;

  public Watch(RunningJvm jvm) {
    this.jvm = jvm;
    this.endpoint = jvm.endpoint();
    forget();
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /** Runs one command. Whatever the command before it started must have been counted by then. */
  public Seen ask(String... words) {
    Scrape before = assertNothingLate();
    return new Seen(this, before, endpoint.spans(), jvm.ask(words));
  }

  /** Calls a method of one of the applications' clients. */
  public Seen call(String client, String method, String... arguments) {
    List<String> words = new ArrayList<>(List.of("call", client, method));
    words.addAll(List.of(arguments));
    return ask(words.toArray(new String[0]));
  }

  /**
   * Asserts that nothing was counted since a case was judged: a second count often comes late. What
   * a case was not judged by may have been counted until now.
   */
  public Scrape assertNothingLate() {
    Scrape operations = settledOperations;
    Scrape attempts = settledAttempts;
    Scrape others = operations == null || attempts == null ? endpoint.scrape() : null;
    Scrape now = endpoint.scrape();
    // Reported once, not by every case that follows.
    settle(now, now);
    assertThat(Counts.between(operations == null ? others : operations, now).operations())
        .as("operations counted late, by the case before")
        .isEmpty();
    assertThat(Counts.between(attempts == null ? others : attempts, now).attempts())
        .as("attempts counted late, by the case before")
        .isEmpty();
    return now;
  }

  /** Ignores what a case counted that has failed or that judges by other means. */
  public void forget() {
    Scrape now = endpoint.scrape();
    settle(now, now);
  }

  /**
   * A case was judged.
   *
   * @param operations where its operations were judged, else null
   * @param attempts where its attempts were judged, else null
   */
  void settle(Scrape operations, Scrape attempts) {
    settledOperations = operations;
    settledAttempts = attempts;
  }
}
