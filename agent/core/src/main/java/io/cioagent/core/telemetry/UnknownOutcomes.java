package io.cioagent.core.telemetry;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.Outcome;
import io.cioagent.core.event.EventSink;
import io.opentelemetry.context.Context;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns once for each client class whose methods made no request. Safe for any thread. */
final class UnknownOutcomes implements EventSink {
  private static final Logger LOGGER = LoggerFactory.getLogger(UnknownOutcomes.class);

  /** More client classes than an application has; any more are only counted and logged. */
  private static final int MAX_CLASSES = 100;

  private final Set<String> warnedOf = ConcurrentHashMap.newKeySet();

  @Override
  public void ended(Call call, Context span) {
    if (call.outcome() == Outcome.UNKNOWN
        && call.clientClass() != null
        && !warnedOf.contains(call.clientClass())
        && warnedOf.size() < MAX_CLASSES
        && warnedOf.add(call.clientClass())) {
      LOGGER.warn(
          "The outcome of {} in {} is unknown: the method returned, but the agent saw no request to"
              + " Customer.io. Such operations are counted with status unknown. If the class only"
              + " queues messages, name the method that sends them in"
              + " customerio.agent.client.methods. If its HTTP library is not observed, see"
              + " docs/observed.md. Reported once per class.",
          call.operation().name(),
          call.clientClass());
    }
  }
}
