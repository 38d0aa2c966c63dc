package io.cioagent.it.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one command answered, and what the agent made of it. */
public final class Seen {

  private final Watch watch;
  private final Scrape before;
  private final List<String> oldSpans;
  private final String answer;

  Seen(Watch watch, Scrape before, List<Span> spans, String answer) {
    this.watch = watch;
    this.before = before;
    this.oldSpans = spans.stream().map(Span::spanId).toList();
    this.answer = answer;
  }

  public String answer() {
    return answer;
  }

  /** The application got this result; an exception never starts with it. */
  public Seen answered(String result) {
    assertThat(answer).as("what the application got").startsWith("= " + result);
    return this;
  }

  /** The application got an exception; its text contains all of these. */
  public Seen threw(String... parts) {
    assertThat(answer).as("what the application got").startsWith("! ").contains(parts);
    return this;
  }

  /** Exactly these operations, each with its outcome; {@link Counts} has the form. */
  public Seen operations(String... expected) {
    List<String> sorted = Arrays.stream(expected).sorted().toList();
    Await.quietly(() -> isConsistently(sorted));
    Counts settled = settle();
    assertThat(settled.operations()).as("operations").isEqualTo(sorted);
    assertThat(settled.contradictions()).isEmpty();
    return this;
  }

  /** Exactly one operation; where it failed, for one of these reasons. */
  public Seen operationEndingIn(String operation, String... outcomes) {
    Set<String> expected = new TreeSet<>();
    for (String outcome : outcomes) {
      expected.add(operation + " " + outcome);
    }
    Await.quietly(() -> !counts().operations().isEmpty());
    Counts settled = settle();
    assertThat(settled.operations()).as("operations").hasSize(1);
    assertThat(expected).as("outcomes").containsAll(settled.operations());
    return this;
  }

  /** Exactly these attempts; {@link Counts} has the form. */
  public Seen attempts(String... expected) {
    List<String> sorted = Arrays.stream(expected).sorted().toList();
    Await.quietly(() -> counts().attempts().equals(sorted));
    assertThat(settle().attempts()).as("attempts").isEqualTo(sorted);
    return this;
  }

  /** Only such attempts, one or more: the JDK itself tries some things again. */
  public Seen onlyAttempts(String expected) {
    Await.quietly(() -> !counts().attempts().isEmpty());
    assertThat(settle().attempts()).as("attempts").isNotEmpty().containsOnly(expected);
    return this;
  }

  /** Neither operation nor attempt nor span. */
  public Seen nothing() {
    return operations().attempts().spanCount(0);
  }

  public Seen spanCount(int expected) {
    assertThat(spans(expected)).hasSize(expected);
    return this;
  }

  /** The spans that came since, in order of their end: exactly so many. */
  public List<Span> spans(int expected) {
    Await.quietly(() -> newSpans().size() >= expected);
    List<Span> spans = newSpans();
    settle();
    assertThat(spans).as("spans").hasSize(expected);
    return spans;
  }

  /** The one operation's span. */
  public Span span() {
    return spans(1).get(0);
  }

  /** What has been counted by now, without waiting for it. */
  public Scrape scrape() {
    return watch.endpoint().scrape();
  }

  private List<Span> newSpans() {
    return watch.endpoint().spans().stream()
        .filter(span -> !oldSpans.contains(span.spanId()))
        .toList();
  }

  /** Asynchronous work may be counted a moment after the application has its answer. */
  private boolean isConsistently(List<String> operations) {
    Counts counts = counts();
    return counts.operations().equals(operations) && counts.contradictions().isEmpty();
  }

  private Counts counts() {
    return Counts.between(before, scrape());
  }

  private Counts settle() {
    Scrape now = scrape();
    watch.settle(now);
    return Counts.between(before, now);
  }
}
