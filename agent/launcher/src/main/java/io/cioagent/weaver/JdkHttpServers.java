package io.cioagent.weaver;

import io.cioagent.bridge.Bridge;
import io.cioagent.bridge.Handler;
import io.cioagent.instrumentation.jdkhttpserver.JdkHttpServerInstrumentation;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the application makes a server of the JDK's kind, and has the classes of such
 * servers woven then. The agent's endpoint is one too, so these classes are loaded in every
 * application; of those, only one that has a server of its own is to pay for their weaving.
 */
final class JdkHttpServers implements ClassFileTransformer, Handler {
  private static final List<String> SERVERS =
      Arrays.asList(
          JdkHttpServerInstrumentation.SERVER.replace('.', '/'),
          JdkHttpServerInstrumentation.HTTPS_SERVER.replace('.', '/'));

  private final Weaver weaver;
  private final LateClasses classes;
  private final Thread agent;

  /**
   * @param weaver weaves all other classes
   * @param classes the classes of a server
   * @param agent the thread on which the agent makes its own
   */
  JdkHttpServers(Weaver weaver, LateClasses classes, Thread agent) {
    this.weaver = weaver;
    this.classes = classes;
    this.agent = agent;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile)
      throws IllegalClassFormatException {
    if (!isServer(internalName)) {
      return weaver.transform(loader, internalName, redefined, domain, classFile);
    }
    try {
      if (Thread.currentThread() != agent) {
        // Whoever is first to need the class is about to make a server.
        classes.weave();
      } else if (redefined != null) {
        // The application was first, before there was a weaver.
        classes.begin();
      } else {
        return ConstructorCall.insert(classFile, Bridge.register(this));
      }
    } catch (Throwable failure) {
      failed(failure);
    }
    return null;
  }

  /** Whether it is a class that is loaded for a server to be made. */
  static boolean isServer(String internalName) {
    return SERVERS.contains(internalName);
  }

  /** A server is made. */
  @Override
  public @Nullable Object enter(
      @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    if (Thread.currentThread() != agent) {
      classes.weave();
    }
    return null;
  }

  @Override
  public void exit(Object scope, @Nullable Object result, @Nullable Throwable thrown) {}

  @Override
  public void event(@Nullable Object first, @Nullable Object second, @Nullable Object third) {}

  @Override
  public void failed(Throwable failure) {
    weaver.failed(failure);
  }
}
