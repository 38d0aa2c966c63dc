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
 * Says that a collector cannot be reached, once a minute at most whatever is pushed there. Of its
 * address only scheme, host and port appear: paths and queries may hold keys.
 */
final class Outages {
  private static final Logger LOGGER = LoggerFactory.getLogger(Outages.class);
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int GRPC_PORT = 4317;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final LongSupplier nanoTime;

  /** When it was last said of an address; there are as many as are configured. */
  private final Map<String, Long> said = new ConcurrentHashMap<>();

  Outages(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** An export found no answer. */
  void failed(URI endpoint, Exception failure) {
    say(endpoint, reason(failure), hint(endpoint, 0));
  }

  /** An export found an answer. */
  void answered(URI endpoint, int status) {
    if (status < 200 || status > 299) {
      say(endpoint, "the server returned status " + status, hint(endpoint, status));
    }
  }

  private void say(URI endpoint, String reason, String hint) {
    String address = address(endpoint);
    long now = nanoTime.getAsLong();
    Long last = said.get(address);
    boolean due =
        last == null
            ? said.putIfAbsent(address, now) == null
            : now - last >= MINUTE && said.replace(address, last, now);
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
