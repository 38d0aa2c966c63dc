package io.cioagent.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JDK whose start is measured. */
public record MeasuredJdk(Path home, String version) {

  private static final Pattern VERSION = Pattern.compile("version \"([^\"]+)\"");

  /** Asks the JDK for its version: Debian's JDK 8 has no file {@code release}. */
  public static MeasuredJdk at(String home) throws IOException {
    Path folder = Path.of(home);
    Process java =
        new ProcessBuilder(folder.resolve("bin/java").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher version = VERSION.matcher(output);
    if (!version.find()) {
      throw new IllegalStateException(home + " does not name its version: " + output);
    }
    return new MeasuredJdk(folder, version.group(1));
  }

  /** The feature release, such as 8 or 17. */
  public int feature() {
    String[] numbers = version.split("[._+-]", 3);
    return Integer.parseInt(numbers[0].equals("1") ? numbers[1] : numbers[0]);
  }
}
