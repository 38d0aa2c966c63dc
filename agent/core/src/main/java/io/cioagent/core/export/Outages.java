package io.cioagent.core.export;

import io.cioagent.core.privacy.MaskedText;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports that exports to a collector fail, at most once a minute per collector. Logs only scheme,
 * host and port of the address, because paths and queries may contain keys.
 */
final class Outages {
  private static final Logger LOGGER = LoggerFactory.getLogger(Outages.class);
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int GRPC_PORT = 4317;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final LongSupplier nanoTime;

  /** The time of the last report by address; bounded by the number of configured addresses. */
  private final Map<String, Long> reportTimes = new ConcurrentHashMap<>();

  Outages(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** An export got no response. */
  void failed(URI endpoint, Exception failure) {
    report(endpoint, reason(failure), hint(endpoint, 0));
  }

  /** An export got a response. */
  void answered(URI endpoint, int status) {
    if (status < 200 || status > 299) {
      report(endpoint, "the server returned status " + status, hint(endpoint, status));
    }
  }

  private void report(URI endpoint, String reason, String hint) {
    String address = address(endpoint);
    long now = nanoTime.getAsLong();
    Long last = reportTimes.get(address);
    boolean due =
        last == null
            ? reportTimes.putIfAbsent(address, now) == null
            : now - last >= MINUTE && reportTimes.replace(address, last, now);
    if (due) {
      LOGGER.warn(
          "Cannot export to {}: {}. Telemetry that cannot be delivered in time is dropped; the"
              + " application is not affected. {} Reported at most once a minute.",
          address,
          reason,
          hint);
    }
  }

  private static String reason(Exception failure) {
    String message = failure.getMessage();
    if (failure instanceof UnknownHostException) {
      return "unknown host";
    } else if (failure instanceof SocketTimeoutException) {
      return "no response in time";
    } else if (failure instanceof ConnectException || message == null) {
      return message == null ? failure.getClass().getSimpleName() : MaskedText.of(message);
    } else if (failure instanceof SSLException) {
      return "TLS failed (" + MaskedText.of(message) + ")";
    }
    return MaskedText.of(message);
  }

  private static String hint(URI endpoint, int status) {
    String where = "Check otel.exporter.otlp.endpoint.";
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return "Check the credentials in otel.exporter.otlp.headers.";
    } else if (status == NOT_FOUND) {
      return where + " The endpoint of a single signal must include the path, such as /v1/traces.";
    } else if (endpoint.getPort() == GRPC_PORT) {
      return where + " Port 4317 is usually for gRPC; http/protobuf uses 4318.";
    }
    return where;
  }

  private static String address(URI endpoint) {
    String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
    return endpoint.getScheme() + "://" + endpoint.getHost() + port;
  }
}
