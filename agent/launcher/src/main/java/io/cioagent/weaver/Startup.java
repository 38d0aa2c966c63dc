package io.cioagent.weaver;

import io.cioagent.core.base.WebApplicationName;
import io.cioagent.core.call.JvmExit;
import io.cioagent.core.config.Settings;
import io.cioagent.core.config.SettingsReader;
import io.cioagent.core.endpoint.Endpoint;
import io.cioagent.core.event.EarlyEvents;
import io.cioagent.core.metrics.AgentFacts;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.telemetry.OnDemandTelemetry;
import io.cioagent.instrumentation.webapplication.WebApplicationLoaders;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the agent, the weaver first: classes of the application may wait for it.
 *
 * <p>Runs in every JVM that has the agent, also where nothing is ever observed. Uses no lambdas,
 * each of which makes a class at run time.
 */
public final class Startup implements Consumer<Object[]> {

  /**
   * Called by the launcher on the background thread, with the arguments of {@link #start} in turn.
   * By an interface of the JDK: on recent JDKs, the first call of a method with many parameters by
   * reflection takes long.
   */
  @Override
  @SuppressWarnings("unchecked") // as the launcher passes them
  public void accept(Object[] arguments) {
    start(
        (String) arguments[0],
        (Instrumentation) arguments[1],
        (Map<String, String>) arguments[2],
        (BiConsumer<ClassFileTransformer, Predicate<String>>) arguments[3]);
  }

  /**
   * Starts the agent.
   *
   * @param arguments the agent's arguments
   * @param instrumentation the JVM's
   * @param instrumentations the instrumentation of each woven class, by its internal name
   * @param ready receives the weaver when it is ready, and a check of whether it needs a class, by
   *     the internal name; receives nulls where the agent is turned off
   */
  private static void start(
      @Nullable String arguments,
      Instrumentation instrumentation,
      Map<String, String> instrumentations,
      BiConsumer<ClassFileTransformer, Predicate<String>> ready) {
    Logger logger = LoggerFactory.getLogger(Startup.class);
    Settings settings = SettingsReader.read(arguments, systemProperties(), System.getenv());
    if (!settings.enabled()) {
      ready.accept(null, null);
      return;
    }
    Hosts hosts = new Hosts(settings.hosts());
    EarlyEvents events = new EarlyEvents();
    WebApplicationName.recognizeBy(new WebApplicationLoaders());
    Observer observer = new Observer(hosts, Routes.load(), events, settings.webhookRules());
    if (settings.logMdc()) {
      observer.followInLogs();
    }
    JvmExit exit = observer.endAllBeforeExit(new ShutdownHooks(), events);
    Weaver weaver = new Weaver(instrumentations, settings, observer);
    weaver.opens(new BlindLoaders(weaver, instrumentation));
    if (settings.dryRun()) {
      String version = AgentVersion.read();
      logger.info(
          "Customer.io agent {} inspects {} in a dry run: nothing is woven, observed or served",
          version,
          settings.serviceName());
      settings.warnings().forEach(logger::warn);
      settings.notes().forEach(logger::info);
      DryRun dryRun =
          new DryRun(weaver, instrumentations, line -> logger.info("Dry run: {}", line));
      ready.accept(dryRun, dryRun::concerns);
      return;
    }
    LateClasses tasks = new LateClasses(weaver, instrumentations, instrumentation);
    if (AotTraining.isRunning()) {
      logger.info("This run trains an AOT cache: work on other threads is not followed in it");
    } else {
      weaver.afterClient(tasks);
    }
    ready.accept(weaver, new Concerned(weaver));
    for (String warning : settings.warnings()) {
      logger.warn(warning);
    }
    for (String note : settings.notes()) {
      logger.info(note);
    }
    AgentFacts facts = new WeaverFacts(weaver);
    if (settings.usesApplicationTelemetry()) {
      new ApplicationTelemetryStart(settings, facts, events, weaver.telemetries()).begin();
      return;
    }
    OnDemandTelemetry telemetry =
        new OnDemandTelemetry(settings, facts, events, new TurnOff(ready));
    telemetry.begin();
    if (telemetry.pushes()) {
      exit.register();
    }
    // The endpoint must not take a port that another agent is about to bind.
    OtherAgents.awaitPremain();
    Endpoint endpoint = telemetry.open(OpenTelemetryAgentPort.reserved());
    if (endpoint != null) {
      exit.register(new Close(endpoint));
    }
  }

  /** Whether the weaver needs to see a class, by its internal name. */
  private static final class Concerned implements Predicate<String> {
    private final Weaver weaver;

    Concerned(Weaver weaver) {
      this.weaver = weaver;
    }

    @Override
    public boolean test(String internalName) {
      return weaver.concerns(internalName);
    }
  }

  private static final class TurnOff implements Runnable {
    private final BiConsumer<ClassFileTransformer, Predicate<String>> ready;

    TurnOff(BiConsumer<ClassFileTransformer, Predicate<String>> ready) {
      this.ready = ready;
    }

    @Override
    public void run() {
      ready.accept(null, null);
    }
  }

  private static final class Close implements Runnable {
    private final Endpoint endpoint;

    Close(Endpoint endpoint) {
      this.endpoint = endpoint;
    }

    @Override
    public void run() {
      endpoint.close();
    }
  }

  private static Map<String, String> systemProperties() {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name));
    }
    return properties;
  }
}
