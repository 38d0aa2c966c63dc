package io.cioagent.weaver;

import io.cioagent.instrumentation.Instrumentation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** Where the agent's own code can fail: the weaver, and each package with adapters. */
final class FailureOrigins {
  static final String WEAVER = "weaver";

  private FailureOrigins() {}

  /** All of them, from a resource that the build generates. */
  static Set<String> read() {
    Set<String> origins = new TreeSet<>();
    origins.add(WEAVER);
    try (InputStream in = Instrumentation.class.getResourceAsStream("adapter-packages");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        origins.add(line);
      }
    } catch (IOException e) {
      // The others have no series until they fail for the first time.
      return origins;
    }
    return origins;
  }
}
