package io.cioagent.core.webhook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How webhooks are recognized and verified. Immutable and safe for any thread. */
public final class WebhookRules {
  /** Recognizes webhooks by headers and body and verifies no signatures. */
  public static final WebhookRules DEFAULT = new WebhookRules(Collections.emptyList(), null);

  private static final String ANY_END = "*";

  private final List<String> paths = new ArrayList<>();
  private final @Nullable SigningKey key;

  /**
   * Creates rules from the settings.
   *
   * @param paths raw paths that identify a webhook in addition to the headers; a trailing {@code *}
   *     is a wildcard
   * @param key null if signatures are not checked
   */
  public WebhookRules(Collection<String> paths, @Nullable SigningKey key) {
    for (String path : paths) {
      this.paths.add(path.endsWith(ANY_END) ? path : withoutSlash(path, path.length()));
    }
    this.key = key;
  }

  /** Null if signatures are not checked. */
  @Nullable SigningKey key() {
    return key;
  }

  /** Whether signatures are checked. */
  public boolean verify() {
    return key != null;
  }

  boolean hasPaths() {
    return !paths.isEmpty();
  }

  /**
   * Whether the path is one of the webhook paths; ignores a query, path parameters and a trailing
   * slash.
   *
   * @param path the raw path of the request; null matches nothing
   */
  boolean matchesPath(String path) {
    if (paths.isEmpty() || path == null) {
      return false;
    }
    int end = 0;
    while (end < path.length() && "?;#".indexOf(path.charAt(end)) < 0) {
      end++;
    }
    String bare = withoutSlash(path, end);
    for (String each : paths) {
      if (each.endsWith(ANY_END)
          ? bare.startsWith(each.substring(0, each.length() - 1))
          : bare.equals(each)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutSlash(String path, int end) {
    return path.substring(0, end > 1 && path.charAt(end - 1) == '/' ? end - 1 : end);
  }
}
