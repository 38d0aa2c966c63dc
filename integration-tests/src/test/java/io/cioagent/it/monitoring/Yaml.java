package io.cioagent.it.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cioagent.it.harness.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The files of the folder {@code monitoring}. */
final class Yaml {

  private static final YAMLMapper YAML = new YAMLMapper();

  private Yaml() {}

  static Path folder(String name) {
    return Build.repository("monitoring").resolve(name);
  }

  /** JSON is YAML too. */
  static JsonNode read(Path file) {
    try {
      return YAML.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String write(JsonNode node) {
    try {
      return YAML.writeValueAsString(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
