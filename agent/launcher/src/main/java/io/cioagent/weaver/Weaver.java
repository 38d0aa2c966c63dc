package io.cioagent.weaver;

import io.cioagent.bridge.Bridge;
import io.cioagent.bridge.Handler;
import io.cioagent.core.config.Settings;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.ClassToWeave;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.PackageName;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.TelemetryInstrumentation;
import io.cioagent.instrumentation.TracerInstrumentation;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.client.ClientInstrumentation;
import io.cioagent.instrumentation.moduleloader.ModuleLoaderInstrumentation;
import io.cioagent.instrumentation.unsupported.UnsupportedLibrary;
import io.cioagent.instrumentation.unsupported.UnsupportedLibraryInstrumentation;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Weaves one class at a time, on the thread that loads it. */
final class Weaver implements ClassFileTransformer {
  private static final Logger LOGGER = LoggerFactory.getLogger(Weaver.class);

  private final Map<String, String> instrumentationNames;
  private final ClientInstrumentation clients;
  private final Observer observer;
  private final Map<String, Instrumentation> instrumentations = new ConcurrentHashMap<>();
  private final Map<Object, Integer> points = new ConcurrentHashMap<>();
  private final AdapterLoaders adapterLoaders;
  private final Tracers tracers;
  private final ApplicationTelemetries telemetries;
  private volatile Runnable afterClient = () -> {};
  private volatile @Nullable BlindLoaders blindLoaders;
  private final WovenCount wovenCount = new WovenCount();
  private final ObservedLibraries libraries;
  private final Set<String> warnedOf = ConcurrentHashMap.newKeySet();

  /**
   * @param instrumentationNames the instrumentation of each woven class, by its internal name
   */
  Weaver(Map<String, String> instrumentationNames, Settings settings, Observer observer) {
    this.instrumentationNames = instrumentationNames;
    this.observer = observer;
    this.libraries = new ObservedLibraries(settings.logMdc());
    this.adapterLoaders = new AdapterLoaders(observer, libraries::switchedOff);
    this.tracers = new Tracers(observer, adapterLoaders);
    this.telemetries = new ApplicationTelemetries(adapterLoaders);
    this.clients = new ClientInstrumentation(observer, settings, adapterLoaders);
  }

  /** The number of classes that are woven now. */
  int wovenClasses() {
    return wovenCount.get();
  }

  /** The state of each library, by its name. */
  Map<String, String> libraries() {
    return libraries.states();
  }

  /** Makes class loaders that hide the bridge see it. */
  void opens(BlindLoaders newBlindLoaders) {
    blindLoaders = newBlindLoaders;
  }

  /** Runs {@code action} on the loading thread whenever a client class has been woven. */
  void afterClient(Runnable action) {
    afterClient = action;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    try {
      Instrumentation instrumentation = instrumentationOf(internalName);
      if (instrumentation == null) {
        return null;
      }
      if (instrumentation instanceof ModuleLoaderInstrumentation) {
        return OpenedLoader.weave(classFile);
      }
      if (isOnlyNoticed(instrumentation, loader, internalName.replace('/', '.'))) {
        return null;
      }
      byte[] woven =
          weave(loader, internalName.replace('/', '.'), domain, classFile, instrumentation);
      if (woven != null && instrumentation == clients) {
        afterClient.run();
      }
      return woven;
    } catch (Throwable failure) {
      failed(failure);
      return null;
    }
  }

  private boolean isOnlyNoticed(
      Instrumentation instrumentation, @Nullable ClassLoader loader, String name) {
    if (instrumentation instanceof TracerInstrumentation) {
      tracers.noticed(loader, name, ((TracerInstrumentation) instrumentation).adapter());
      return true;
    }
    if (instrumentation instanceof TelemetryInstrumentation) {
      telemetries.noticed(loader, name, ((TelemetryInstrumentation) instrumentation).adapter());
      return true;
    }
    if (instrumentation instanceof UnsupportedLibraryInstrumentation) {
      libraries.unsupported(loader, UnsupportedLibrary.of(name));
      return true;
    }
    return false;
  }

  /** The application's own OpenTelemetry, as far as it was found. */
  ApplicationTelemetries telemetries() {
    return telemetries;
  }

  /** As {@link #transform} for a class of the JDK, by the name of its instrumentation. */
  byte @Nullable [] weaveJdkClass(
      @Nullable ClassLoader loader,
      String internalName,
      byte[] classFile,
      String instrumentationName) {
    try {
      return weave(
          loader,
          internalName.replace('/', '.'),
          null,
          classFile,
          instrumentations.computeIfAbsent(instrumentationName, this::make));
    } catch (Throwable failure) {
      failed(failure);
      return null;
    }
  }

  /** Whether a class of that internal name may be woven. */
  boolean concerns(String internalName) {
    return instrumentationNames.containsKey(internalName) || clients.concerns(internalName);
  }

  private @Nullable Instrumentation instrumentationOf(String internalName) {
    Instrumentation library = libraryInstrumentation(internalName);
    return library == null && clients.concerns(internalName) ? clients : library;
  }

  /** Null if the class belongs to no observed library. */
  @Nullable Instrumentation libraryInstrumentation(String internalName) {
    String name = instrumentationNames.get(internalName);
    return name == null ? null : instrumentations.computeIfAbsent(name, this::make);
  }

  ClientInstrumentation clients() {
    return clients;
  }

  void failed(Throwable failure) {
    observer.failed(FailureOrigins.WEAVER, failure);
  }

  private Instrumentation make(String name) {
    try {
      return Class.forName(name)
          .asSubclass(Instrumentation.class)
          .getConstructor(Observer.class)
          .newInstance(observer);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No instrumentation " + name, e);
    }
  }

  private byte @Nullable [] weave(
      @Nullable ClassLoader loader,
      String name,
      @Nullable ProtectionDomain domain,
      byte[] classFile,
      Instrumentation instrumentation) {
    ClassToWeave toWeave = new ClassToWeave(loader, classFile);
    ClassDescription type = toWeave.type();
    List<Pointcut> pointcuts = instrumentation.pointcuts(type);
    if (pointcuts.isEmpty() || !bridgeIsVisible(loader, name)) {
      return null;
    }
    if (instrumentation != clients && !libraries.isAsExpected(loader, type, pointcuts, domain)) {
      return null;
    }
    for (Pointcut pointcut : pointcuts) {
      toWeave.add(pointcut, point(pointcut, name));
    }
    byte[] woven = toWeave.woven();
    wovenCount.add(loader, name);
    if (instrumentation != clients) {
      libraries.woven(loader, name);
    }
    observer.woven();
    return woven;
  }

  /**
   * The number of a pointcut's handler.
   *
   * @param className names the handler in a warning, if it is of no linked adapter
   */
  private int point(Pointcut pointcut, String className) {
    Class<? extends Adapter> adapter = pointcut.adapter();
    return adapter == null
        ? points.computeIfAbsent(
            pointcut.handler(), handler -> Bridge.register(guarded((Handler) handler, className)))
        : points.computeIfAbsent(adapter, key -> Bridge.register(libraryHandler(adapter)));
  }

  private CircuitBreaker guarded(Handler handler, String className) {
    return new CircuitBreaker(handler, failure -> libraries.switchedOff(className, failure));
  }

  private LibraryHandler libraryHandler(Class<? extends Adapter> adapter) {
    String prefix = PackageName.of(adapter) + '.';
    Set<String> wovenClasses = new HashSet<>();
    for (Map.Entry<String, String> each : instrumentationNames.entrySet()) {
      if (each.getValue().startsWith(prefix)) {
        wovenClasses.add(each.getKey().replace('/', '.'));
      }
    }
    return new LibraryHandler(adapterLoaders.link(adapter, wovenClasses));
  }

  private boolean bridgeIsVisible(@Nullable ClassLoader loader, String name) {
    if (loader == null || seesBridge(loader)) {
      return true;
    }
    if (blindLoaders != null) {
      boolean opened = blindLoaders.open(loader);
      if (seesBridge(loader)) {
        return true;
      }
      if (!opened) {
        return false;
      }
    }
    if (warnedOf.add(loader.getClass().getName())) {
      LOGGER.warn("Class {} is not observed: {}", name, BlindLoaders.hint(loader));
    }
    return false;
  }

  /**
   * Whether classes of a class loader can be woven, as it is or once it is made to see the bridge.
   */
  boolean reaches(@Nullable ClassLoader loader) {
    return loader == null
        || seesBridge(loader)
        || (blindLoaders != null && BlindLoaders.canBeOpened(loader));
  }

  /**
   * A class loader that hides the bootstrap loader's classes, as OSGi does by default, would make
   * woven code fail, so its classes stay unwoven.
   */
  static boolean seesBridge(@Nullable ClassLoader loader) {
    if (loader == null) {
      return true;
    }
    try {
      return Class.forName(Bridge.class.getName(), false, loader) == Bridge.class;
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return false;
    }
  }
}
