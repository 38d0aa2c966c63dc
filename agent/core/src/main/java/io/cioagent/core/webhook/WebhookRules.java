package io.cioagent.core.webhook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user wants of webhooks. Immutable and safe for any thread. */
public final class WebhookRules {
  /** By their headers and bodies alone, whoever signed them. */
  public static final WebhookRules DEFAULT = new WebhookRules(Collections.emptyList(), null);

  private static final String ANY_END = "*";

  private final List<String> paths = new ArrayList<>();
  private final @Nullable SigningKey key;

  /**
   * The rules that the settings make.
   *
   * @param paths what besides the headers tells a webhook: raw paths, a {@code *} at the end stands
   *     for anything
   * @param key null where signatures are not to be checked
   */
  public WebhookRules(Collection<String> paths, @Nullable SigningKey key) {
    for (String path : paths) {
      this.paths.add(path.endsWith(ANY_END) ? path : withoutSlash(path, path.length()));
    }
    this.key = key;
  }

  /** Null where signatures are not to be checked. */
  @Nullable SigningKey key() {
    return key;
  }

  /** Whether signatures are checked. */
  public boolean verify() {
    return key != null;
  }

  boolean havePaths() {
    return !paths.isEmpty();
  }

  /**
   * Whether the path is one of those; a query, path parameters and a slash at the end do not count.
   *
   * @param path as it came over the wire; null is none
   */
  boolean havePath(String path) {
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
