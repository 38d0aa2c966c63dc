package io.cioagent.instrumentation.jettyserver12;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;

/** The accessors of one copy of Jetty 12 that are needed, looked up once. */
final class Jetty {
  private static final String SERVER = "org.eclipse.jetty.server.";
  private static final String STATE = SERVER + "internal.HttpChannelState";
  private static final String REQUEST = SERVER + "Request";
  private static final String URI = "org.eclipse.jetty.http.HttpURI";
  private static final String FIELDS = "org.eclipse.jetty.http.HttpFields";
  private static final String CHUNK = "org.eclipse.jetty.io.Content$Chunk";

  private static final MethodHandle STATE_REQUEST = getter(STATE, "getRequest", Object.class);
  private static final MethodHandle STATE_RESPONSE = getter(STATE, "getResponse", Object.class);
  private static final MethodHandle METHOD = getter(REQUEST, "getMethod", String.class);
  private static final MethodHandle REQUEST_URI = getter(REQUEST, "getHttpURI", Object.class);
  private static final MethodHandle PATH = getter(URI, "getPath", String.class);
  private static final MethodHandle HEADERS = getter(REQUEST, "getHeaders", Object.class);
  private static final MethodHandle LENGTH = getter(REQUEST, "getLength", long.class);
  private static final MethodHandle STATUS = getter(SERVER + "Response", "getStatus", int.class);
  private static final MethodHandle BYTES = getter(CHUNK, "getByteBuffer", ByteBuffer.class);
  private static final MethodHandle LAST = getter(CHUNK, "isLast", boolean.class);
  private static final MethodHandle FAILURE = getter(CHUNK, "getFailure", Throwable.class);
  private static final MethodHandle HEADER =
      handle(
          FIELDS,
          "get",
          MethodType.methodType(String.class, Object.class, String.class),
          String.class);

  private Jetty() {}

  /** Fails where an accessor is missing. */
  static void link() {}

  /** Null once the channel serves none. */
  static Object request(Object channelState) {
    return get(STATE_REQUEST, channelState);
  }

  static Object response(Object channelState) {
    return get(STATE_RESPONSE, channelState);
  }

  static String method(Object request) {
    try {
      return (String) METHOD.invokeExact(request);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static String path(Object request) {
    try {
      return (String) PATH.invokeExact(get(REQUEST_URI, request));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static Object headers(Object request) {
    return get(HEADERS, request);
  }

  static String header(Object headers, String name) {
    try {
      return (String) HEADER.invokeExact(headers, name);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** -1 where the request does not say. */
  static long length(Object request) {
    try {
      return (long) LENGTH.invokeExact(request);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static int status(Object response) {
    try {
      return (int) STATUS.invokeExact(response);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bytes of a chunk; not to be changed. */
  static ByteBuffer bytes(Object chunk) {
    try {
      return (ByteBuffer) BYTES.invokeExact(chunk);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the body ends with this chunk, as a whole. */
  static boolean isEnd(Object chunk) {
    try {
      return (boolean) LAST.invokeExact(chunk) && (Throwable) FAILURE.invokeExact(chunk) == null;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object get(MethodHandle getter, Object object) {
    try {
      return getter.invokeExact(object);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle getter(String className, String name, Class<?> result) {
    return handle(className, name, MethodType.methodType(result, Object.class));
  }

  private static MethodHandle handle(
      String className, String name, MethodType type, Class<?>... parameters) {
    try {
      Class<?> owner = Class.forName(className, false, Jetty.class.getClassLoader());
      return MethodHandles.publicLookup().unreflect(owner.getMethod(name, parameters)).asType(type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Jetty has no " + className + "." + name, e);
    }
  }
}
