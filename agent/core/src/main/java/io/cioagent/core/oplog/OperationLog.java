package io.cioagent.core.oplog;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.call.ErrorType;
import io.cioagent.core.call.Outcome;
import io.cioagent.core.config.LogLevel;
import io.cioagent.core.config.LogSettings;
import io.cioagent.core.event.EventSink;
import io.cioagent.core.event.HttpAttributes;
import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.MaskedData;
import io.cioagent.core.privacy.MaskedThrowable;
import io.cioagent.core.privacy.UserIds;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.SentMessages;
import io.cioagent.core.webhook.Webhook;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is logged of an operation, and masks it. The data of a call is read only if its line
 * is certain to be written. The data of a call that continues after its method is copied when the
 * method returns, because the application may change it afterwards.
 */
public final class OperationLog implements EventSink {
  private static final String WEBHOOK = "webhook";

  private final LogLevel level;
  private final DataRules rules;
  private final UserIds userIds;
  private final LogSink[] sinks;

  private final RateLimit successes;
  private final RateLimit errors;
  private final RateLimit unknowns;
  private final RateLimit answeredAttempts;
  private final RateLimit failedAttempts;
  private final DataCopies copies;

  /**
   * @param sinks the destinations of the log; an empty list turns it off
   */
  public OperationLog(
      LogSettings settings, UserIds userIds, DataRules rules, List<? extends LogSink> sinks) {
    this.rules = rules;
    this.userIds = userIds;
    this.sinks = sinks.toArray(new LogSink[0]);
    // OFF disables lines, but another setting may still add a sink.
    LogLevel wanted = settings.level() == LogLevel.OFF ? LogLevel.INFO : settings.level();
    this.level = this.sinks.length == 0 ? LogLevel.OFF : wanted;
    long now = System.nanoTime();
    successes = new RateLimit(settings.rateLimit(), now);
    errors = new RateLimit(settings.rateLimit(), now);
    unknowns = new RateLimit(settings.rateLimit(), now);
    answeredAttempts = new RateLimit(settings.rateLimit(), now);
    failedAttempts = new RateLimit(settings.rateLimit(), now);
    copies = new DataCopies(settings, rules);
  }

  @Override
  public void left(Call call) {
    if (level != LogLevel.OFF) {
      copies.copy(call);
    }
  }

  @Override
  public void ended(Call call, Context span) {
    Outcome outcome = call.outcome();
    RateLimit limit = limit(outcome);
    if (!passes(level(outcome), limit)) {
      return;
    }
    String operation = call.operation().name();
    long duration = call.endNanos() - call.startNanos();
    long end = call.startEpochMillis() + TimeUnit.NANOSECONDS.toMillis(duration);
    LogRecord.Draft draft = draft(operation, outcome, end, duration);
    String userId = text(call.userId());
    draft.application = call.application();
    draft.tracerFields = call.tracerFields();
    draft.operation = operation;
    draft.userId = userIds.shown(userId);
    Object data = call.data();
    draft.data = data instanceof MaskedData ? (MaskedData) data : rules.mask(data, userId);
    if (outcome == Outcome.ERROR) {
      fail(draft, call.errorType(), null, call.error(), userId);
    }
    write(draft, span, limit);
  }

  /** A webhook that repeats an earlier one is logged as well. */
  @Override
  public void ended(Webhook webhook, SentMessages.@Nullable Sent send, Context span) {
    ErrorReason reason = webhook.errorReason();
    Outcome outcome = reason == null ? Outcome.SUCCESS : Outcome.ERROR;
    RateLimit limit = limit(outcome);
    if (!passes(level(outcome), limit)) {
      return;
    }
    long duration = webhook.durationNanos();
    long end = webhook.startEpochMillis() + TimeUnit.NANOSECONDS.toMillis(duration);
    LogRecord.Draft draft = draft(WEBHOOK, outcome, end, duration);
    draft.application = webhook.application();
    draft.tracerFields = webhook.tracerFields();
    draft.operation = WEBHOOK;
    draft.eventType = webhook.eventType().name();
    if (reason != null) {
      fail(draft, reason.label(), webhook.errorInWords(), webhook.error(), null);
    }
    write(draft, span, limit);
  }

  @Override
  public void ended(Attempt attempt, Context span) {
    if (level != LogLevel.DEBUG) {
      return;
    }
    boolean failed = attempt.errorType() != null;
    RateLimit limit = failed ? failedAttempts : answeredAttempts;
    if (!passes(LogLevel.DEBUG, limit)) {
      return;
    }
    Call call = attempt.call();
    long sinceStart = attempt.endNanos() - call.startNanos();
    String answer = attempt.status() > 0 ? "returned " + attempt.status() : "got no response";
    LogRecord.Draft draft =
        new LogRecord.Draft(
            LogLevel.DEBUG,
            failed ? Outcome.ERROR : Outcome.SUCCESS,
            "Customer.io "
                + HttpAttributes.knownMethod(attempt.request().method())
                + ' '
                + attempt.request().route().templateLabel()
                + ' '
                + answer,
            call.startEpochMillis() + TimeUnit.NANOSECONDS.toMillis(sinceStart),
            attempt.endNanos() - attempt.startNanos());
    draft.application = call.application();
    draft.tracerFields = call.tracerFields();
    draft.operation = call.operation().name();
    String userId = text(call.userId());
    draft.userId = userIds.shown(userId);
    if (failed) {
      fail(draft, attempt.errorType(), null, attempt.error(), userId);
    }
    write(draft, span, limit);
  }

  @Override
  public void flush(long deadlineNanos) {
    for (LogSink sink : sinks) {
      sink.flush(deadlineNanos);
    }
  }

  /** Whether a line is written. Allocates nothing. */
  private boolean passes(LogLevel line, RateLimit limit) {
    if (!level.holds(line) || !limit.pass(System.nanoTime())) {
      return false;
    }
    for (LogSink sink : sinks) {
      if (sink.hasRoom()) {
        return true;
      }
    }
    limit.addSuppressed(1);
    return false;
  }

  private RateLimit limit(Outcome outcome) {
    switch (outcome) {
      case ERROR:
        return errors;
      case UNKNOWN:
        return unknowns;
      default:
        return successes;
    }
  }

  private static LogLevel level(Outcome outcome) {
    switch (outcome) {
      case ERROR:
        return LogLevel.ERROR;
      case UNKNOWN:
        return LogLevel.WARN;
      default:
        return LogLevel.INFO;
    }
  }

  private static String inWords(Outcome outcome) {
    switch (outcome) {
      case ERROR:
        return " failed";
      case UNKNOWN:
        return " ended with an unknown outcome";
      default:
        return " succeeded";
    }
  }

  private static LogRecord.Draft draft(
      String what, Outcome outcome, long endEpochMillis, long durationNanos) {
    return new LogRecord.Draft(
        level(outcome),
        outcome,
        "Customer.io " + what + inWords(outcome),
        endEpochMillis,
        durationNanos);
  }

  /**
   * @param inWords used if the error has no message; null for the error type in words
   */
  private void fail(
      LogRecord.Draft draft,
      @Nullable String errorType,
      @Nullable String inWords,
      @Nullable Throwable error,
      @Nullable String userId) {
    draft.errorType = errorType;
    String message = MaskedThrowable.message(error, rules, userId);
    if (message == null) {
      message = inWords == null ? ErrorType.inWords(errorType) : inWords;
    }
    draft.errorMessage = message;
    draft.errorStack = MaskedThrowable.stackTrace(error, rules, userId);
  }

  private void write(LogRecord.Draft draft, Context context, RateLimit limit) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (span.isValid()) {
      draft.traceId = span.getTraceId();
      draft.spanId = span.getSpanId();
      draft.sampled = span.isSampled();
    }
    draft.suppressed = limit.takeSuppressed();
    LogRecord record = new LogRecord(draft);
    boolean taken = false;
    for (LogSink sink : sinks) {
      taken |= sink.accept(record);
    }
    if (!taken) {
      limit.addSuppressed(record.suppressed() + 1);
    }
  }

  private static @Nullable String text(@Nullable Object userId) {
    return userId == null ? null : userId.toString();
  }
}
