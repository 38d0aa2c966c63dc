package io.cioagent.instrumentation.helidonserver;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accessors of one copy of Helidon that are needed, looked up once. */
final class Helidon {
  private static final String SERVER = "io.helidon.webserver.http.";
  private static final String HTTP = "io.helidon.http.";
  private static final String BUFFER = "io.helidon.common.buffers.BufferData";

  private static final MethodHandle PROLOGUE = getter(SERVER + "HttpRequest", "prologue");
  private static final MethodHandle HEADERS = getter(SERVER + "HttpRequest", "headers");
  private static final MethodHandle STATUS = getter(SERVER + "ServerResponse", "status");
  private static final MethodHandle CODE = getter(HTTP + "Status", "code");
  private static final MethodHandle SENT = getter(SERVER + "ServerResponse", "isSent");
  private static final MethodHandle METHOD = getter(HTTP + "HttpPrologue", "method");
  private static final MethodHandle TEXT = getter(HTTP + "Method", "text");
  private static final MethodHandle URI = getter(HTTP + "HttpPrologue", "uriPath");
  private static final MethodHandle PATH = getter("io.helidon.common.uri.UriPath", "rawPath");
  private static final MethodHandle AVAILABLE = getter(BUFFER, "available");
  private static final MethodHandle BYTE =
      handle(BUFFER, "get", MethodType.methodType(int.class, Object.class, int.class), int.class);
  private static final MethodHandle NAME =
      handle(
          HTTP + "HeaderNames",
          "create",
          MethodType.methodType(Object.class, String.class),
          String.class);
  private static final MethodHandle FIRST =
      handle(
          HTTP + "Headers",
          "first",
          MethodType.methodType(Optional.class, Object.class, Object.class),
          type(HTTP + "HeaderName"));

  private Helidon() {}

  /** Fails where an accessor is missing. */
  static void link() {}

  /** HTTP/2 gets its bodies elsewhere. */
  static boolean isHttp1(Object request) {
    return request.getClass().getName().startsWith("io.helidon.webserver.http1.");
  }

  static Object prologue(Object request) {
    return get(PROLOGUE, request);
  }

  static String method(Object prologue) {
    return (String) get(TEXT, get(METHOD, prologue));
  }

  static String path(Object prologue) {
    return (String) get(PATH, get(URI, prologue));
  }

  static @Nullable String header(Object request, String name) {
    try {
      Object key = (Object) NAME.invokeExact(name);
      Optional<?> first = (Optional<?>) FIRST.invokeExact(get(HEADERS, request), key);
      return (String) first.orElse(null);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static int status(Object response) {
    return (int) get(CODE, get(STATUS, response));
  }

  static boolean isSent(Object response) {
    return (boolean) get(SENT, response);
  }

  /** A copy, as reading would take them from the application. */
  static byte[] bytes(Object buffer) {
    byte[] bytes = new byte[(int) get(AVAILABLE, buffer)];
    try {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (int) BYTE.invokeExact(buffer, i);
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    return bytes;
  }

  private static Object get(MethodHandle getter, Object object) {
    try {
      return (Object) getter.invokeExact(object);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle getter(String className, String name) {
    return handle(className, name, MethodType.methodType(Object.class, Object.class));
  }

  private static MethodHandle handle(
      String className, String name, MethodType type, Class<?>... parameters) {
    try {
      return MethodHandles.publicLookup()
          .unreflect(type(className).getMethod(name, parameters))
          .asType(type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Helidon has no " + className + "." + name, e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, Helidon.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("This Helidon has no " + name, e);
    }
  }
}
