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
 * Notices when the application creates a JDK HTTP server, and weaves the classes of such servers
 * then. The agent's endpoint is one too, so these classes are loaded in every application; only
 * applications with a server of their own pay for the weaving.
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
   * @param agent the thread on which the agent creates its own server
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
        // The first use of the class is the creation of a server.
        classes.weave();
      } else if (redefined != null) {
        // The application was first, before the weaver was ready.
        classes.begin();
      } else {
        return ConstructorCall.insert(classFile, Bridge.register(this));
      }
    } catch (Throwable failure) {
      failed(failure);
    }
    return null;
  }

  /** Whether the class is loaded to create a server. */
  static boolean isServer(String internalName) {
    return SERVERS.contains(internalName);
  }

  /** A server is created. */
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
