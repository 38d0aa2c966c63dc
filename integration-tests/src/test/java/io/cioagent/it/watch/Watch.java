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
  private Scrape settled;

  public Watch(RunningJvm jvm) {
    this.jvm = jvm;
    this.endpoint = jvm.endpoint();
    this.settled = endpoint.scrape();
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

  /** That nothing was counted since a case was judged: a second count often comes late. */
  public Scrape assertNothingLate() {
    Scrape now = endpoint.scrape();
    Counts late = Counts.between(settled, now);
    // Told once, not by every case that follows.
    settled = now;
    assertThat(late.operations()).as("operations counted late, by the case before").isEmpty();
    assertThat(late.attempts()).as("attempts counted late, by the case before").isEmpty();
    return now;
  }

  /** A case has failed or judges by other means: what it counted is no other case's business. */
  public void forget() {
    settled = endpoint.scrape();
  }

  void settle(Scrape now) {
    settled = now;
  }
}
