package io.cioagent.weaver;

import io.cioagent.core.config.Settings;
import io.cioagent.core.event.EarlyEvents;
import io.cioagent.core.metrics.AgentFacts;
import io.cioagent.core.telemetry.Telemetry;
import io.cioagent.core.tracing.ApplicationTelemetry;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until the application has configured its OpenTelemetry; until then, events are kept up to a
 * bound. Calling it earlier would configure it as a no-op for good.
 */
final class ApplicationTelemetryStart implements Runnable {
  private static final Logger LOGGER = LoggerFactory.getLogger(ApplicationTelemetryStart.class);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** After the first operation. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Settings settings;
  private final AgentFacts agent;
  private final EarlyEvents events;
  private final ApplicationTelemetries telemetries;

  ApplicationTelemetryStart(
      Settings settings, AgentFacts agent, EarlyEvents events, ApplicationTelemetries telemetries) {
    this.settings = settings;
    this.agent = agent;
    this.events = events;
    this.telemetries = telemetries;
  }

  /** Runs on a thread of its own, which ends when the application is ready. */
  void begin() {
    LOGGER.info(
        "Customer.io agent {} observes {}; telemetry through the application's OpenTelemetry,"
            + " no endpoint",
        AgentVersion.read(),
        settings.serviceName());
    Thread thread = new Thread(null, this, "customerio-agent-telemetry", 0);
    thread.setDaemon(true);
    thread.setContextClassLoader(ApplicationTelemetryStart.class.getClassLoader());
    thread.start();
  }

  @Override
  public void run() {
    ApplicationTelemetry found = telemetries.configured();
    long firstOperation = 0;
    boolean warned = false;
    while (found == null && !events.isEnding()) {
      LockSupport.parkNanos(PAUSE_NANOS);
      found = telemetries.configured();
      if (firstOperation == 0 && events.anyKept()) {
        firstOperation = System.nanoTime();
      }
      if (!warned && firstOperation != 0 && System.nanoTime() - firstOperation > PATIENCE_NANOS) {
        warned = true;
        LOGGER.warn(
            "The application has not configured GlobalOpenTelemetry, so nothing is exported yet."
                + " Configure it, or set customerio.agent.telemetry=agent.");
      }
    }
    // The log does not need the application's OpenTelemetry.
    passOn(found);
  }

  private void passOn(@Nullable ApplicationTelemetry found) {
    // Weakly: the application may be removed from its server.
    WeakReference<ApplicationTelemetry> application = new WeakReference<>(found);
    long lost = events.passOnTo(Telemetry.inApplication(settings, agent, application::get));
    if (lost > 0) {
      LOGGER.warn("{} events during start-up exceeded the buffer and are not counted", lost);
    }
  }
}
