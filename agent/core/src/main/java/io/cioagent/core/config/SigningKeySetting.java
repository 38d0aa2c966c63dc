package io.cioagent.core.config;

import io.cioagent.core.webhook.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the key that webhooks are signed with, from {@code webhook.signing-key} or a file. What is
 * in either never gets into a warning.
 */
final class SigningKeySetting {
  /** A real one has some sixty characters; a file beyond that is another one. */
  private static final int LONGEST_FILE = 4096;

  private SigningKeySetting() {}

  /** Null where neither is given or can be used. */
  static SigningKey read(Given key, Given file, Warnings warnings) {
    if (key != null) {
      if (file != null) {
        warnings.about(file, "is ignored: " + key.place + " is given as well and is used");
      }
      return new SigningKey(key.value);
    }
    return file == null ? null : ofFile(file, warnings);
  }

  private static SigningKey ofFile(Given file, Warnings warnings) {
    String problem;
    try {
      String text = read(file.value).trim();
      if (!text.isEmpty() && text.length() < LONGEST_FILE) {
        return new SigningKey(text);
      }
      problem = text.isEmpty() ? "the file is empty" : "the file is too long for a key";
    } catch (IOException e) {
      problem = "the file cannot be read";
    }
    warnings.about(
        file, "is not used: " + problem + "; the signatures of webhooks are not verified");
    return null;
  }

  /** As java.io alone: at start-up nothing of NIO may be touched. */
  private static String read(String path) throws IOException {
    byte[] part = new byte[LONGEST_FILE];
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (InputStream in = new FileInputStream(path)) {
      int read = in.read(part);
      while (read > 0 && text.size() < LONGEST_FILE) {
        text.write(part, 0, read);
        read = in.read(part);
      }
    }
    return new String(text.toByteArray(), StandardCharsets.UTF_8);
  }
}
