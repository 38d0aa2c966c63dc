package io.cioagent.it.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** What one command answered, and what the agent made of it. */
public final class Seen {

  private final Watch watch;
  private final Scrape before;
  private final List<String> oldSpans;
  private final String answer;

  /** The look that operations were judged by; null until then. */
  private Look operationsLook;

  /** The look that attempts were judged by; null until then. */
  private Look attemptsLook;

  /** The latest look, where it was used for attempts alone. */
  private Look unusedByOperations;

  /** The latest look, where it was used for operations alone. */
  private Look unusedByAttempts;

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
    Counts counts =
        judgedByOperations(
            now -> now.operations().equals(sorted) && now.contradictions().isEmpty());
    assertThat(counts.operations()).as("operations").isEqualTo(sorted);
    assertThat(counts.contradictions()).isEmpty();
    return this;
  }

  /** Exactly one operation; where it failed, for one of these reasons. */
  public Seen operationEndingIn(String operation, String... outcomes) {
    Set<String> expected = new TreeSet<>();
    for (String outcome : outcomes) {
      expected.add(operation + " " + outcome);
    }
    Counts counts = judgedByOperations(now -> !now.operations().isEmpty());
    assertThat(counts.operations()).as("operations").hasSize(1);
    assertThat(expected).as("outcomes").containsAll(counts.operations());
    return this;
  }

  /** Exactly these attempts; {@link Counts} has the form. */
  public Seen attempts(String... expected) {
    List<String> sorted = Arrays.stream(expected).sorted().toList();
    Counts counts = judgedByAttempts(now -> now.attempts().equals(sorted));
    assertThat(counts.attempts()).as("attempts").isEqualTo(sorted);
    return this;
  }

  /** Only such attempts, one or more: the JDK itself tries some things again. */
  public Seen onlyAttempts(String expected) {
    Counts counts = judgedByAttempts(now -> !now.attempts().isEmpty());
    assertThat(counts.attempts()).as("attempts").isNotEmpty().containsOnly(expected);
    if (operationsLook == null) {
      // More of them may follow.
      settle();
    }
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
    AtomicReference<List<Span>> spans = new AtomicReference<>();
    Await.quietly(
        () -> {
          spans.set(newSpans());
          return spans.get().size() >= expected;
        });
    if (operationsLook == null || attemptsLook == null) {
      settle();
    }
    assertThat(spans.get()).as("spans").hasSize(expected);
    return spans.get();
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

  private void settle() {
    Scrape now = scrape();
    watch.settle(now, now);
  }

  private Counts judgedByOperations(Predicate<Counts> expected) {
    operationsLook = look(unusedByOperations, expected);
    unusedByOperations = null;
    unusedByAttempts = operationsLook;
    settleJudged();
    return operationsLook.counts;
  }

  private Counts judgedByAttempts(Predicate<Counts> expected) {
    attemptsLook = look(unusedByAttempts, expected);
    unusedByAttempts = null;
    unusedByOperations = attemptsLook;
    settleJudged();
    return attemptsLook.counts;
  }

  private void settleJudged() {
    watch.settle(
        operationsLook == null ? null : operationsLook.scrape,
        attemptsLook == null ? null : attemptsLook.scrape);
  }

  /**
   * The first look that shows what is expected, or the last one: asynchronous work may be counted a
   * moment after the application has its answer. An earlier look serves as well where it has all
   * that is expected, as what is counted after it fails the next command.
   */
  private Look look(Look earlier, Predicate<Counts> expected) {
    if (earlier != null && expected.test(earlier.counts)) {
      return earlier;
    }
    AtomicReference<Look> latest = new AtomicReference<>();
    Await.quietly(
        () -> {
          Scrape now = scrape();
          latest.set(new Look(now, Counts.between(before, now)));
          return expected.test(latest.get().counts);
        });
    return latest.get();
  }

  /** What has been counted by the time of a scrape. */
  private record Look(Scrape scrape, Counts counts) {}
}
