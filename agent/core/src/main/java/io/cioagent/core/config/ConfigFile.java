package io.cioagent.core.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads the properties file that {@code config-file} names, in UTF-8. */
final class ConfigFile {
  private static final int LARGEST = 1 << 20;

  private ConfigFile() {}

  /**
   * The file's lines by key, with or without prefix as they stand there; empty, with one warning,
   * when it cannot be read.
   */
  static Map<String, String> read(Given path, Warnings warnings) {
    File file = new File(path.value);
    String problem;
    // Devices and pipes may never end.
    if (!file.isFile()) {
      problem = file.exists() ? "it is not a file" : "the file does not exist";
    } else if (file.length() > LARGEST) {
      problem = "it is larger than 1 MiB";
    } else {
      try (Reader in = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
        Properties properties = new Properties();
        properties.load(in);
        return sorted(properties);
      } catch (IOException e) {
        problem = "it cannot be read";
      } catch (IllegalArgumentException e) {
        problem = "it is not a valid properties file (" + e.getMessage() + ")";
      }
    }
    warnings.about(path, "is ignored: " + problem);
    return Collections.emptyMap();
  }

  /** Sorted so that warnings come in the same order each time. */
  private static Map<String, String> sorted(Properties properties) {
    Map<String, String> lines = new TreeMap<>();
    for (Map.Entry<Object, Object> line : properties.entrySet()) {
      lines.put((String) line.getKey(), (String) line.getValue());
    }
    return lines;
  }
}
