package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.call.Exchange;
import io.cioagent.core.operation.Hosts;
import java.lang.reflect.Field;

/** Where a request goes: the facts of the client's own object, whose class is not public. */
final class Target {
  private final String method;
  private final String scheme;
  private final String host;
  private final int port;
  private final String rawPath;

  private Target(Fields fields, String method, Object endpoint) {
    String written = fields.text(fields.scheme, endpoint);
    this.method = method;
    this.scheme = "ws".equals(written) ? "http" : "wss".equals(written) ? "https" : written;
    this.host = fields.text(fields.host, endpoint);
    this.port = fields.port(endpoint);
    this.rawPath = fields.text(fields.pathAndQuery, endpoint);
  }

  static boolean leadsToCustomerIo(Hosts hosts, Object endpoint) {
    Fields fields = Fields.of(endpoint);
    return hosts.contains(fields.text(fields.host, endpoint), fields.port(endpoint));
  }

  static Target of(Object method, Object endpoint) {
    return new Target(Fields.of(endpoint), method.toString(), endpoint);
  }

  void attempt(Exchange exchange) {
    exchange.attempt(method, scheme, host, port, rawPath);
  }

  /** Looked up once, as soon as there is an object of that class. */
  private static final class Fields {
    private static volatile Fields known;

    final Field scheme;
    final Field host;
    final Field port;
    final Field pathAndQuery;

    private Fields(Class<?> type) throws NoSuchFieldException {
      scheme = accessible(type, "scheme");
      host = accessible(type, "host");
      port = accessible(type, "port");
      pathAndQuery = accessible(type, "pathAndQuery");
    }

    static Fields of(Object endpoint) {
      Fields fields = known;
      if (fields == null) {
        try {
          fields = new Fields(endpoint.getClass());
        } catch (NoSuchFieldException e) {
          throw new IllegalStateException("unknown version", e);
        }
        known = fields;
      }
      return fields;
    }

    String text(Field field, Object endpoint) {
      try {
        return (String) field.get(endpoint);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }

    int port(Object endpoint) {
      try {
        return port.getInt(endpoint);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Field accessible(Class<?> type, String name) throws NoSuchFieldException {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    }
  }
}
