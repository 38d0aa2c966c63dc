package io.cioagent.launcher;

import io.cioagent.instrumentation.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The one list of library classes that are woven, and of the instrumentation of each. A text file,
 * so that {@code premain} knows the names without loading any of the instrumentation.
 */
final class WovenClasses {
  static final String RESOURCE = "META-INF/customerio-agent/woven-classes";

  private final Map<String, String> instrumentations;
  private final Set<String> noticed;

  private WovenClasses(Map<String, String> instrumentations, Set<String> noticed) {
    this.instrumentations = instrumentations;
    this.noticed = noticed;
  }

  static WovenClasses read(JarFile jar) throws IOException {
    JarEntry entry = jar.getJarEntry(RESOURCE);
    try (InputStream in = jar.getInputStream(entry)) {
      return parse(new String(JarBytes.read(in, entry.getSize()), StandardCharsets.UTF_8));
    }
  }

  /** Lines of "class = instrumentation"; empty ones and those that begin with # are passed over. */
  static WovenClasses parse(String text) {
    Map<String, String> instrumentations = new HashMap<>();
    Set<String> noticed = new HashSet<>();
    for (String line : text.split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0 && line.charAt(0) != '#') {
        String name = line.substring(0, equals).trim().replace('.', '/');
        if (name.indexOf(Mark.NOTICED) == 0) {
          name = name.substring(1);
          noticed.add(name);
        }
        instrumentations.put(name, line.substring(equals + 1).trim());
      }
    }
    return new WovenClasses(instrumentations, noticed);
  }

  /** Whether a class of that internal name is woven. */
  boolean contain(String internalName) {
    return instrumentations.containsKey(internalName);
  }

  /** Whether it stays as it is, so that it need not wait for the weaver. */
  boolean onlyNotice(String internalName) {
    return noticed.contains(internalName);
  }

  /** The name of the instrumentation, by the internal name of the class. */
  Map<String, String> instrumentations() {
    return instrumentations;
  }
}
