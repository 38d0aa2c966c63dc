package io.cioagent.it.apps;

import io.cioagent.it.apps.customerio.CustomerIoClient;
import java.io.IOException;
import java.util.Collections;

/**
 * A service whose methods another agent traces by its configuration. Each answers with the ids of
 * the trace and the current span as that agent's API returns them, as far as the API is there.
 */
public final class TracedUses {
  private final String base;

  public TracedUses(String base) {
    this.base = base;
  }

  /** A client method. */
  public String within(String userId) throws ReflectiveOperationException {
    String ids = ids();
    identify(userId);
    return ids;
  }

  /** A request without any client method. */
  public String bare(String userId) throws IOException, ReflectiveOperationException {
    String ids = ids();
    Wire.call("PUT", base + "/api/v1/customers/" + userId);
    return ids;
  }

  /** No agent traces this method. */
  public String untraced(String userId) {
    identify(userId);
    return "";
  }

  private void identify(String userId) {
    new CustomerIoClient(base).identify(userId, Collections.singletonMap("plan", "pro"));
  }

  private static String ids() throws ReflectiveOperationException {
    Class<?> datadog = find("datadog.trace.api.CorrelationIdentifier");
    if (datadog != null) {
      return datadog.getMethod("getTraceId").invoke(null)
          + " "
          + datadog.getMethod("getSpanId").invoke(null);
    }
    Class<?> newRelic = find("com.newrelic.api.agent.NewRelic");
    if (newRelic != null) {
      Object agent = newRelic.getMethod("getAgent").invoke(null);
      Object metadata = call(agent, "com.newrelic.api.agent.Agent", "getTraceMetadata");
      return ids(metadata, "com.newrelic.api.agent.TraceMetadata", "getSpanId");
    }
    Class<?> elastic = find("co.elastic.apm.api.ElasticApm");
    if (elastic != null) {
      Object span = elastic.getMethod("currentSpan").invoke(null);
      return ids(span, "co.elastic.apm.api.Span", "getId");
    }
    return "";
  }

  private static String ids(Object of, String type, String spanId)
      throws ReflectiveOperationException {
    return call(of, type, "getTraceId") + " " + call(of, type, spanId);
  }

  private static Object call(Object on, String type, String method)
      throws ReflectiveOperationException {
    return Class.forName(type).getMethod(method).invoke(on);
  }

  private static Class<?> find(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
