package io.cioagent.core.config;

import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code otel.exporter.otlp.*}. Warnings never contain headers or file contents. */
final class OtlpTargets {
  private static final String GRPC = "grpc";
  private static final int GRPC_PORT = 4317;
  private static final int HTTP_PORT = 4318;
  private static final String GZIP = "gzip";

  /** Far more than any certificate chain. */
  private static final int LONGEST_FILE = 1 << 20;

  private final Sources sources;
  private final Warnings warnings;

  /** Sources with a warning: a general setting is read for each signal but reported once. */
  private final Set<String> reported = new HashSet<>();

  OtlpTargets(Sources sources, Warnings warnings) {
    this.sources = sources;
    this.warnings = warnings;
  }

  OtlpTarget read(Signal signal) {
    OtlpTarget.Draft draft = new OtlpTarget.Draft();
    RawValue grpc = grpc(signal);
    draft.endpoint = endpoint(signal, grpc != null);
    if (grpc != null) {
      firstTime(grpc)
          .note(
              grpc,
              "needs a gRPC library, which the agent does not include: it exports with "
                  + OtelSetting.OTLP_PROTOCOL.fallback()
                  + " to "
                  + draft.endpoint.getScheme()
                  + "://"
                  + draft.endpoint.getHost()
                  + portOf(draft.endpoint));
    }
    draft.headers = headers(signal);
    RawValue timeout = sources.find(OtelSetting.OTLP_TIMEOUT, signal);
    draft.timeoutMillis =
        Durations.read(timeout, OtelSetting.OTLP_TIMEOUT.fallback(), firstTime(timeout));
    draft.gzip = gzip(signal);
    draft.certificates =
        file(OtelSetting.OTLP_CERTIFICATE, signal, "using the JVM's trusted certificates");
    String without = "no client certificate is sent";
    draft.clientKey = file(OtelSetting.OTLP_CLIENT_KEY, signal, without);
    draft.clientCertificates = file(OtelSetting.OTLP_CLIENT_CERTIFICATE, signal, without);
    if (draft.clientKey == null || draft.clientCertificates == null) {
      checkClientIsComplete(draft, signal);
      draft.clientKey = null;
      draft.clientCertificates = null;
    }
    return new OtlpTarget(draft);
  }

  private static String portOf(URI endpoint) {
    return endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
  }

  /** The setting that asks for gRPC; null if none does. */
  private @Nullable RawValue grpc(Signal signal) {
    String used = OtelSetting.OTLP_PROTOCOL.fallback();
    RawValue raw = sources.find(OtelSetting.OTLP_PROTOCOL, signal);
    if (raw != null && GRPC.equalsIgnoreCase(raw.value)) {
      return raw;
    }
    if (raw != null && !used.equalsIgnoreCase(raw.value)) {
      firstTime(raw).invalid(raw, used, used);
    }
    return null;
  }

  /**
   * Where a signal is sent.
   *
   * @param grpc whether the URL may be meant for gRPC: it then has no path, not even for a single
   *     signal, and often the port on which collectors expect gRPC
   */
  private URI endpoint(Signal signal, boolean grpc) {
    RawValue own = sources.find(OtelSetting.OTLP_ENDPOINT, signal);
    URI uri = own == null ? null : uri(own.value);
    String fallback = OtelSetting.OTLP_ENDPOINT.fallback();
    if (own != null && uri == null) {
      firstTime(own).invalid(own, "a URL such as " + fallback, fallback);
    }
    boolean general = own == null || own.key.equals(OtelSetting.OTLP_ENDPOINT.property());
    if (uri != null && !general && !(grpc && isWithoutPath(uri))) {
      return uri;
    }
    URI base = uri == null ? URI.create(fallback) : uri;
    String authority = base.getRawAuthority();
    if (grpc && base.getPort() == GRPC_PORT) {
      authority = authority.substring(0, authority.lastIndexOf(':') + 1) + HTTP_PORT;
    }
    String path = base.getRawPath() == null ? "" : base.getRawPath();
    // resolve() would drop the last path segment and the query.
    return URI.create(
        base.getScheme()
            + "://"
            + authority
            + path
            + (path.endsWith("/") ? "" : "/")
            + "v1/"
            + signal.key()
            + (base.getRawQuery() == null ? "" : '?' + base.getRawQuery()));
  }

  private static boolean isWithoutPath(URI uri) {
    return uri.getRawPath() == null || uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
  }

  /** Null if the text is not an HTTP URL with a host. */
  private static @Nullable URI uri(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && uri.getHost() != null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private Map<String, String> headers(Signal signal) {
    RawValue raw = sources.find(OtelSetting.OTLP_HEADERS, signal);
    if (raw == null) {
      return Collections.emptyMap();
    }
    Map<String, String> headers = NamedValues.parse(raw.value);
    if (headers == null || !areHeaders(headers)) {
      firstTime(raw)
          .withoutValue(
              raw,
              "is not a comma-separated list of percent-encoded name=value pairs; using none of"
                  + " it");
      return Collections.emptyMap();
    }
    return headers;
  }

  private static boolean areHeaders(Map<String, String> headers) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      boolean good = !header.getKey().isEmpty();
      for (char c : header.getKey().toCharArray()) {
        good &= c > ' ' && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
      }
      for (char c : header.getValue().toCharArray()) {
        good &= c == '\t' || (c >= ' ' && c != 127);
      }
      if (!good) {
        return false;
      }
    }
    return true;
  }

  private boolean gzip(Signal signal) {
    RawValue raw = sources.find(OtelSetting.OTLP_COMPRESSION, signal);
    List<String> known = Arrays.asList(GZIP, OtelSetting.NONE);
    if (raw != null && !known.contains(raw.value.toLowerCase(Locale.ROOT))) {
      firstTime(raw).invalid(raw, String.join(" or ", known), OtelSetting.NONE);
    }
    return raw != null && GZIP.equalsIgnoreCase(raw.value);
  }

  /** Null if the setting is absent, or, with a warning, if the file cannot be read. */
  private byte @Nullable [] file(OtelSetting setting, Signal signal, String otherwise) {
    RawValue raw = sources.find(setting, signal);
    if (raw == null) {
      return null;
    }
    File path = new File(raw.value);
    String problem;
    // Reading a device or pipe may never end.
    if (!path.isFile()) {
      problem = "the file does not exist";
    } else if (path.length() > LONGEST_FILE) {
      problem = "the file is too large";
    } else {
      try (DataInputStream in = new DataInputStream(new FileInputStream(path))) {
        byte[] bytes = new byte[(int) path.length()];
        in.readFully(bytes);
        return bytes;
      } catch (IOException e) {
        problem = "the file cannot be read";
      }
    }
    firstTime(raw).about(raw, "is not used: " + problem + "; " + otherwise);
    return null;
  }

  private void checkClientIsComplete(OtlpTarget.Draft draft, Signal signal) {
    RawValue key = sources.find(OtelSetting.OTLP_CLIENT_KEY, signal);
    RawValue certificate = sources.find(OtelSetting.OTLP_CLIENT_CERTIFICATE, signal);
    if (draft.clientKey != null && key != null && certificate == null) {
      firstTime(key)
          .about(key, "is not used: it requires " + OtelSetting.OTLP_CLIENT_CERTIFICATE.property());
    } else if (draft.clientCertificates != null && certificate != null && key == null) {
      firstTime(certificate)
          .about(certificate, "is not used: it requires " + OtelSetting.OTLP_CLIENT_KEY.property());
    }
  }

  /** Where to report problems of this value; discards them if this value was reported before. */
  private Warnings firstTime(@Nullable RawValue raw) {
    return raw != null && reported.add(raw.source)
        ? warnings
        : new Warnings(new ArrayList<>(), new ArrayList<>());
  }
}
