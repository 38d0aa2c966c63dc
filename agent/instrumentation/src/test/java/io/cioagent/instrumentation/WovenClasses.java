package io.cioagent.instrumentation;

import io.cioagent.bridge.Bridge;
import io.cioagent.bridge.Handler;
import io.cioagent.core.observe.Observer;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * The classes of some instrumentations, woven in this JVM as in an application: as they load, or
 * again if they are loaded. Adapters, library and agent share one class loader.
 */
final class WovenClasses implements ClassFileTransformer, AutoCloseable {
  private final java.lang.instrument.Instrumentation jvm = ByteBuddyAgent.install();
  private final Observer observer;
  private final Map<String, Instrumentation> instrumentations = new HashMap<>();
  private final Map<Object, Integer> points = new ConcurrentHashMap<>();
  private final Set<String> woven = ConcurrentHashMap.newKeySet();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  WovenClasses(Observer observer, List<? extends Instrumentation> instrumentations)
      throws UnmodifiableClassException {
    this.observer = observer;
    for (Instrumentation each : instrumentations) {
      for (String listed : each.listedClasses()) {
        this.instrumentations.put(Mark.without(listed), each);
      }
    }
    jvm.addTransformer(this, true);
    retransformLoaded();
  }

  private void retransformLoaded() throws UnmodifiableClassException {
    for (Class<?> each : jvm.getAllLoadedClasses()) {
      if (instrumentations.containsKey(each.getName())) {
        jvm.retransformClasses(each);
      }
    }
  }

  /** The names of the classes that are woven so far. */
  Set<String> names() {
    return woven;
  }

  /** Classes that could not be woven. */
  Queue<Throwable> failures() {
    return failures;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    String name = internalName == null ? "" : internalName.replace('/', '.');
    Instrumentation instrumentation = instrumentations.get(name);
    if (instrumentation == null) {
      return null;
    }
    try {
      return weave(new ClassToWeave(loader, classFile), instrumentation);
    } catch (Throwable e) {
      failures.add(e);
      return null;
    }
  }

  private byte[] weave(ClassToWeave toWeave, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    List<Pointcut> pointcuts = instrumentation.pointcuts(toWeave.type());
    Set<String> missing = Pointcut.missing(pointcuts, toWeave.type());
    if (!missing.isEmpty()) {
      throw new IllegalStateException(toWeave.type().name() + " lacks " + missing);
    }
    if (pointcuts.isEmpty()) {
      return null;
    }
    for (Pointcut pointcut : pointcuts) {
      toWeave.add(pointcut, point(pointcut));
    }
    woven.add(toWeave.type().name());
    return toWeave.woven();
  }

  private synchronized int point(Pointcut pointcut) throws ReflectiveOperationException {
    Object key = pointcut.adapter() == null ? pointcut.handler() : pointcut.adapter();
    Integer known = points.get(key);
    if (known == null) {
      known = Bridge.register(handler(pointcut));
      points.put(key, known);
    }
    return known;
  }

  private Handler handler(Pointcut pointcut) throws ReflectiveOperationException {
    if (pointcut.adapter() == null) {
      return pointcut.handler();
    }
    Adapter adapter = pointcut.adapter().getConstructor().newInstance();
    adapter.attach(observer);
    return adapter;
  }

  /** Restores the classes. */
  @Override
  public void close() throws UnmodifiableClassException {
    jvm.removeTransformer(this);
    retransformLoaded();
  }
}
