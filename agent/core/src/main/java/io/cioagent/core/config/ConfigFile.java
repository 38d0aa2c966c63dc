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

/** Reads the UTF-8 properties file that {@code config-file} names. */
final class ConfigFile {
  private static final int LARGEST = 1 << 20;

  private ConfigFile() {}

  /**
   * The file's values by key, with or without prefix as in the file; empty, with one warning, if
   * the file cannot be read.
   */
  static Map<String, String> read(RawValue path, Warnings warnings) {
    File file = new File(path.value);
    String problem;
    // Reading a device or pipe may never end.
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

  /** Sorted, so that the order of warnings is stable. */
  private static Map<String, String> sorted(Properties properties) {
    Map<String, String> lines = new TreeMap<>();
    for (Map.Entry<Object, Object> line : properties.entrySet()) {
      lines.put((String) line.getKey(), (String) line.getValue());
    }
    return lines;
  }
}
