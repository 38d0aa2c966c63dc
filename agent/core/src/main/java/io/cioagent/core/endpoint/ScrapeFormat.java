package io.cioagent.core.endpoint;

import io.prometheus.metrics.config.EscapingScheme;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The response format of a scrape, negotiated among the supported formats.
 *
 * <p>The Prometheus library also negotiates protobuf, whose writer is not in the agent's jar, and
 * ignores the weights of media ranges. The library is therefore passed only the chosen range.
 */
final class ScrapeFormat {
  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String TEXT = "text/plain";
  private static final String VERSION = "version";

  /** The format if the client accepts no supported one; every client can read it. */
  private static final ScrapeFormat DEFAULT = new ScrapeFormat(TEXT, null);

  private static final int RANK_OPEN_METRICS = 3;
  private static final int RANK_TEXT_1 = 2;
  private static final int RANK_TEXT_0 = 1;

  private final String accept;
  private final @Nullable String contentType;

  private ScrapeFormat(String accept, @Nullable String contentType) {
    this.accept = accept;
    this.contentType = contentType;
  }

  /**
   * The supported format with the greatest weight; if equal, the richest one.
   *
   * @param accept the {@code Accept} header, if there is one
   */
  static ScrapeFormat preferredBy(@Nullable String accept) {
    ScrapeFormat best = DEFAULT;
    double bestWeight = 0;
    int bestRank = 0;
    for (String range : accept == null ? new String[0] : accept.split(",", -1)) {
      int rank = rank(range);
      double weight = rank == 0 ? 0 : weight(range);
      if (weight > bestWeight || (weight > 0 && weight == bestWeight && rank > bestRank)) {
        best = of(range, rank);
        bestWeight = weight;
        bestRank = rank;
      }
    }
    return best;
  }

  /** The {@code Accept} header from which the library chooses this format. */
  String accept() {
    return accept;
  }

  /** The {@code Content-Type} if the library's own value is that of another version. */
  @Nullable String contentType() {
    return contentType;
  }

  private static ScrapeFormat of(String range, int rank) {
    String escaping = parameter(range, "escaping");
    String options = escaping == null ? "" : "; escaping=" + escaping;
    switch (rank) {
      case RANK_OPEN_METRICS:
        return new ScrapeFormat(OPEN_METRICS + options, null);
      case RANK_TEXT_1:
        // Text 1.0.0 differs from 0.0.4 only in how special characters in names are written.
        return new ScrapeFormat(
            TEXT + options,
            TEXT
                + "; version=1.0.0; charset=utf-8"
                + EscapingScheme.fromAcceptHeader(options).toHeaderFormat());
      default:
        return DEFAULT;
    }
  }

  /** The rank of a format; 0 if it is not supported. */
  private static int rank(String range) {
    String type = range.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    switch (type) {
      case OPEN_METRICS:
        return RANK_OPEN_METRICS;
      case TEXT:
        return "1.0.0".equals(parameter(range, VERSION)) ? RANK_TEXT_1 : RANK_TEXT_0;
      case "text/*":
      case "*/*":
        return RANK_TEXT_0;
      default:
        return 0;
    }
  }

  /** The weight of a range; 1 if it is missing or invalid. */
  private static double weight(String range) {
    String weight = parameter(range, "q");
    try {
      return weight == null ? 1 : Double.parseDouble(weight);
    } catch (NumberFormatException unreadable) {
      return 1;
    }
  }

  private static @Nullable String parameter(String range, String name) {
    String[] parts = range.split(";", -1);
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      if (pair.length == 2 && pair[0].trim().equalsIgnoreCase(name)) {
        return pair[1].trim();
      }
    }
    return null;
  }
}
