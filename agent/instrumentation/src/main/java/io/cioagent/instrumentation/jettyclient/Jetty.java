package io.cioagent.instrumentation.jettyclient;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.Deque;

/**
 * The few accessors of one copy of Jetty, looked up once. They have kept their names since 9.2,
 * while the packages of their classes and some result types have not.
 */
final class Jetty {
  private static final boolean BEFORE_12 =
      find("org.eclipse.jetty.client.transport.HttpExchange") == null;
  private static final String OWN =
      BEFORE_12 ? "org.eclipse.jetty.client." : "org.eclipse.jetty.client.transport.";
  private static final String API =
      BEFORE_12 ? "org.eclipse.jetty.client.api." : "org.eclipse.jetty.client.";

  private static final Class<?> HTTP_REQUEST = find(OWN + "HttpRequest");

  private static final MethodHandle EXCHANGE_REQUEST = getter(OWN + "HttpExchange", "getRequest");
  private static final MethodHandle EXCHANGE_CONVERSATION =
      getter(OWN + "HttpExchange", "getConversation");
  private static final MethodHandle CONVERSATION_EXCHANGES =
      getter(OWN + "HttpConversation", "getExchanges");
  private static final MethodHandle REQUEST_CONVERSATION =
      getter(OWN + "HttpRequest", "getConversation");
  private static final MethodHandle METHOD = getter(API + "Request", "getMethod");
  private static final MethodHandle SCHEME = getter(API + "Request", "getScheme");
  private static final MethodHandle HOST = getter(API + "Request", "getHost");
  private static final MethodHandle PORT = intGetter(API + "Request", "getPort");
  private static final MethodHandle PATH = getter(API + "Request", "getPath");
  private static final MethodHandle QUERY = getter(API + "Request", "getQuery");
  private static final MethodHandle ABORT_CAUSE = getter(API + "Request", "getAbortCause");
  private static final MethodHandle RESPONSE_REQUEST = getter(API + "Response", "getRequest");
  private static final MethodHandle STATUS = intGetter(API + "Response", "getStatus");
  private static final MethodHandle RESULT_REQUEST = getter(API + "Result", "getRequest");
  private static final MethodHandle RESULT_RESPONSE = getter(API + "Result", "getResponse");
  private static final MethodHandle FAILURE = getter(API + "Result", "getFailure");

  private Jetty() {}

  /** Fails where an accessor is not to be found. */
  static void link() {}

  static Object requestOfExchange(Object exchange) {
    return get(EXCHANGE_REQUEST, exchange);
  }

  static Object conversationOfExchange(Object exchange) {
    return get(EXCHANGE_CONVERSATION, exchange);
  }

  /** All exchanges of a conversation so far, the application's own first. */
  static Deque<?> exchanges(Object conversation) {
    return (Deque<?>) get(CONVERSATION_EXCHANGES, conversation);
  }

  /** Null for requests that do not come from Jetty itself. */
  static Object conversationOfRequest(Object request) {
    return HTTP_REQUEST.isInstance(request) ? get(REQUEST_CONVERSATION, request) : null;
  }

  static String method(Object request) {
    return (String) get(METHOD, request);
  }

  static String scheme(Object request) {
    return (String) get(SCHEME, request);
  }

  static String host(Object request) {
    return (String) get(HOST, request);
  }

  static int port(Object request) {
    return number(PORT, request);
  }

  static String path(Object request) {
    return (String) get(PATH, request);
  }

  static String query(Object request) {
    return (String) get(QUERY, request);
  }

  static Throwable abortCause(Object request) {
    return (Throwable) get(ABORT_CAUSE, request);
  }

  static Object requestOfResponse(Object response) {
    return get(RESPONSE_REQUEST, response);
  }

  static int status(Object response) {
    return number(STATUS, response);
  }

  static Object requestOfResult(Object result) {
    return get(RESULT_REQUEST, result);
  }

  static Object responseOfResult(Object result) {
    return get(RESULT_RESPONSE, result);
  }

  static Throwable failure(Object result) {
    return (Throwable) get(FAILURE, result);
  }

  static Object get(MethodHandle getter, Object object) {
    try {
      return getter.invokeExact(object);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Apart from {@link #get}, which would make an object of every port. */
  private static int number(MethodHandle getter, Object object) {
    try {
      return (int) getter.invokeExact(object);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle getter(String className, String name) {
    return handle(className, name).asType(MethodType.methodType(Object.class, Object.class));
  }

  /** As the other, also for what an interface only inherits. */
  static MethodHandle inheritedGetter(String className, String name) {
    try {
      return MethodHandles.publicLookup()
          .unreflect(find(className).getMethod(name))
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Jetty has no " + className + "." + name, e);
    }
  }

  private static MethodHandle intGetter(String className, String name) {
    return handle(className, name).asType(MethodType.methodType(int.class, Object.class));
  }

  private static MethodHandle handle(String className, String name) {
    try {
      Method method = find(className).getDeclaredMethod(name);
      if (!Modifier.isPublic(method.getModifiers())) {
        // 9.2 and 9.3 keep the conversation to themselves; they know no modules.
        method.setAccessible(true);
      }
      return MethodHandles.publicLookup().unreflect(method);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Jetty has no " + className + "." + name, e);
    }
  }

  private static Class<?> find(String className) {
    try {
      return Class.forName(className, false, Jetty.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** What content comes in since Jetty 12; a class of its own, linked only there. */
  static final class Chunk {
    private static final String NAME = "org.eclipse.jetty.io.Content$Chunk";
    private static final MethodHandle CONTENT = inheritedGetter(NAME, "getByteBuffer");
    private static final MethodHandle LAST = inheritedGetter(NAME, "isLast");

    private Chunk() {}

    /** Empty where the chunk stands for a failure. */
    static ByteBuffer content(Object chunk) {
      return (ByteBuffer) get(CONTENT, chunk);
    }

    static boolean isLast(Object chunk) {
      return (Boolean) get(LAST, chunk);
    }
  }
}
