package io.cioagent.core.telemetry;

import io.cioagent.core.base.AgentThread;
import io.cioagent.core.call.Call;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.ThreadScope;
import io.cioagent.core.config.LogLevel;
import io.cioagent.core.config.Settings;
import io.cioagent.core.config.Signal;
import io.cioagent.core.endpoint.Endpoint;
import io.cioagent.core.endpoint.ServedTelemetry;
import io.cioagent.core.event.EarlyEvents;
import io.cioagent.core.event.UnstartedTelemetry;
import io.cioagent.core.metrics.AgentFacts;
import io.cioagent.core.metrics.AgentStatus;
import io.cioagent.core.oplog.DataCopies;
import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.MaskedThrowable;
import io.cioagent.core.privacy.UserIds;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts telemetry with the first event or the first request for a page that shows it: until then,
 * an application does not pay for OpenTelemetry's SDK. What pushes starts at once, because a
 * collector expects the metrics of an idle application as well.
 *
 * <p>The code that runs while nothing is observed avoids lambdas: the first one of a JVM costs more
 * than all the rest of it.
 */
public final class OnDemandTelemetry implements UnstartedTelemetry, ServedTelemetry.Source {
  private static final Logger LOGGER = LoggerFactory.getLogger(OnDemandTelemetry.class);

  /** As long as Prometheus waits for a scrape by default. */
  private static final long MAX_WAIT_SECONDS = 10;

  /**
   * How long the start waits after the first event. A program that makes one call and exits then
   * does not start the SDK only for its log line.
   */
  private static final long PAUSE_MILLIS = 200;

  private final Settings settings;
  private final AgentFacts agent;
  private final AgentStatus status;
  private final EarlyEvents events;
  private final Runnable failed;

  private final AtomicBoolean warnedOfPages = new AtomicBoolean();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch hurried = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Whether a page needs telemetry. */
  private volatile boolean isServed;

  private volatile @Nullable Telemetry telemetry;
  private volatile @Nullable Endpoint endpoint;
  private @Nullable DataCopies copies;

  /**
   * @param events are passed on once telemetry has started
   * @param failed runs if telemetry cannot be started
   */
  public OnDemandTelemetry(
      Settings settings, AgentFacts agent, EarlyEvents events, Runnable failed) {
    this.settings = settings;
    this.agent = agent;
    this.status = new AgentStatus(settings, agent);
    this.events = events;
    this.failed = failed;
  }

  /** Starts with the first event, or at once if the settings require it. */
  public void begin() {
    // Before there are spans, the application's log lines cannot show their ids.
    boolean atOnce = pushes() || settings.logMdc();
    if (atOnce && begun.compareAndSet(false, true)) {
      startNow();
    }
    events.start(this);
  }

  /** Whether anything is pushed: then the exit of the JVM matters in any case. */
  public boolean pushes() {
    return settings.exports().any();
  }

  @Override
  public void start() {
    if (begun.get() || !begun.compareAndSet(false, true)) {
      return;
    }
    // If an operation started the thread, the thread would count as part of it.
    ThreadScope application = CurrentCall.suspend();
    try {
      AgentThread.named("customerio-agent-telemetry", new Start()).start();
    } catch (Throwable e) {
      // No thread could be created; the next event retries.
      begun.set(false);
    } finally {
      application.leave();
    }
  }

  private final class Start implements Runnable {
    @Override
    public void run() {
      // Libraries find their services with it.
      Thread.currentThread().setContextClassLoader(OnDemandTelemetry.class.getClassLoader());
      try {
        boolean unused = hurried.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      startNow();
    }
  }

  @Override
  public void hurry() {
    hurried.countDown();
  }

  private void startNow() {
    try {
      long lost;
      if (events.isEnding() && !pushes() && !isServed) {
        lost = events.passOnTo(Telemetry.logOnly(settings, status));
      } else {
        Telemetry started = new Telemetry(settings, agent, status);
        lost = events.passOnTo(started.listener());
        telemetry = started;
      }
      if (lost > 0) {
        LOGGER.warn("{} events during start-up exceeded the buffer and are not counted", lost);
      }
    } catch (Throwable e) {
      events.abandon();
      fail(e);
    } finally {
      ended.countDown();
    }
  }

  /** An application that exits at once can interrupt the start; this is not worth a message. */
  private void fail(Throwable failure) {
    if (!events.isEnding()) {
      // As text, because the logger would print the stack of an exception.
      LOGGER.warn(
          "The agent did not start; the application runs without it: {}", failure.toString());
    }
    Endpoint open = endpoint;
    if (open != null) {
      open.close();
    }
    failed.run();
  }

  private boolean hasFailed() {
    return ended.getCount() == 0 && telemetry == null;
  }

  @Override
  public @Nullable ServedTelemetry await() {
    return awaitTelemetry();
  }

  /**
   * The Prometheus library refuses to start over a system property io.prometheus.* that the
   * application sets for its own copy.
   */
  @Override
  public void cannotBeServed(LinkageError failure) {
    Endpoint open = endpoint;
    if (open != null && warnedOfPages.compareAndSet(false, true)) {
      LOGGER.warn("No metrics endpoint: {}", MaskedThrowable.stackTrace(failure));
      open.close();
    }
  }

  @Nullable Telemetry awaitTelemetry() {
    if (telemetry == null) {
      isServed = true;
      start();
      hurry();
      try {
        boolean unused = ended.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return telemetry;
  }

  @Override
  public void copyData(Call call) {
    if (settings.log().level() != LogLevel.OFF || settings.exports().any(Signal.LOGS)) {
      copies().copy(call);
    }
  }

  private synchronized DataCopies copies() {
    if (copies == null) {
      UserIds userIds = new UserIds(settings.userIdMode());
      copies = new DataCopies(settings.log(), new DataRules(settings.log().piiFields(), userIds));
    }
    return copies;
  }

  /**
   * Opens the embedded endpoint if the settings enable it, lets exporters use the network, and logs
   * one line that the agent is up. If the endpoint cannot be opened one warning says what to
   * change; everything else continues.
   *
   * @param reservedPort a port that is left to others; negative for none
   * @return the endpoint, null if there is none
   */
  public @Nullable Endpoint open(int reservedPort) {
    Telemetry started = telemetry;
    if (started != null) {
      started.open();
    } else if (hasFailed()) {
      return null;
    }
    Endpoint opened = settings.prometheusEnabled() ? startEndpoint(reservedPort) : null;
    endpoint = opened;
    if (opened != null && hasFailed()) {
      opened.close();
      return null;
    }
    if (!settings.prometheusEnabled() || opened != null) {
      LOGGER.info(
          "Customer.io agent {} observes {}; {}",
          agent.version(),
          settings.serviceName(),
          opened == null ? "no endpoint" : "metrics at " + opened.metricsUrl());
    }
    return opened;
  }

  /** Null, after a warning, if it cannot be opened. */
  private @Nullable Endpoint startEndpoint(int reservedPort) {
    String host = settings.prometheusHost();
    int from = settings.prometheusPortFrom();
    int to = settings.prometheusPortTo();
    if (reservedPort == from && from == to) {
      LOGGER.warn(
          "No metrics endpoint: port {} is left to the OpenTelemetry Java agent, which serves its"
              + " own metrics there. Set customerio.agent.prometheus.port to another port.",
          from);
      return null;
    }
    try {
      return Endpoint.start(this, settings.recentSpans() > 0, status, host, from, to, reservedPort);
    } catch (UnknownHostException e) {
      LOGGER.warn(
          "No metrics endpoint: host {} has no address on this machine. Set"
              + " customerio.agent.prometheus.host to a local address.",
          host);
    } catch (IOException e) {
      LOGGER.warn(
          "No metrics endpoint: {}:{} cannot be bound ({}). Set customerio.agent.prometheus.port to"
              + " a free port, to a range such as 19464-19474, or to 0 for any free port. If the"
              + " address is not local, set customerio.agent.prometheus.host.",
          host,
          from == to ? Integer.toString(from) : from + "-" + to,
          e.getMessage());
    }
    return null;
  }
}
