package io.cioagent.core.config;

import io.cioagent.core.webhook.SigningKey;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key that webhooks are signed with, from {@code webhook.signing-key} or a file. Warnings
 * never contain the key.
 */
final class SigningKeySetting {
  /** A key has about 60 characters; a much larger file is not a key file. */
  private static final int LONGEST_FILE = 4096;

  private SigningKeySetting() {}

  /** Null if there is no valid key. */
  static @Nullable SigningKey read(
      @Nullable RawValue key, @Nullable RawValue file, Warnings warnings) {
    if (key != null) {
      if (file != null) {
        warnings.withoutValue(
            file, "is ignored: " + key.source + " is also set and takes precedence");
      }
      return new SigningKey(key.value);
    }
    return file == null ? null : ofFile(file, warnings);
  }

  private static @Nullable SigningKey ofFile(RawValue file, Warnings warnings) {
    File path = new File(file.value);
    String problem;
    // Reading a device or pipe may never end.
    if (!path.isFile()) {
      problem = "the file does not exist";
    } else if (path.length() > LONGEST_FILE) {
      problem = "the file is too large for a key";
    } else {
      try (DataInputStream in = new DataInputStream(new FileInputStream(path))) {
        byte[] bytes = new byte[(int) path.length()];
        in.readFully(bytes);
        String key = new String(bytes, StandardCharsets.UTF_8).trim();
        if (!key.isEmpty()) {
          return new SigningKey(key);
        }
        problem = "the file is empty";
      } catch (IOException e) {
        problem = "the file cannot be read";
      }
    }
    warnings.withoutValue(
        file, "is not used: " + problem + "; the signatures of webhooks are not verified");
    return null;
  }
}
