package io.cioagent.core.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the value of {@code webhook.paths}. */
final class WebhookPathList {
  private WebhookPathList() {}

  /** The valid paths; adds one warning for each entry that is not in the expected form. */
  static List<String> parse(@Nullable RawValue raw, Warnings warnings) {
    List<String> paths = new ArrayList<>();
    if (raw == null) {
      return paths;
    }
    for (String each : raw.value.split(",", -1)) {
      String entry = each.trim();
      int star = entry.indexOf('*');
      if (entry.isEmpty()) {
        continue;
      }
      if (entry.charAt(0) != '/') {
        warnings.about(raw.part(entry), "is ignored: a path must begin with /, as in /hooks/email");
      } else if (star >= 0 && star < entry.length() - 1) {
        warnings.about(raw.part(entry), "is ignored: * is supported only at the end");
      } else {
        paths.add(entry);
      }
    }
    return paths;
  }
}
