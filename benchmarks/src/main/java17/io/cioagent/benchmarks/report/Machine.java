package io.cioagent.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine that everything was measured on. */
final class Machine {

  private Machine() {}

  static String describe() throws IOException {
    return "%d processors (%s), %s of memory, %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            valueOf("/proc/cpuinfo", "model name", "unknown model"),
            gib(valueOf("/proc/meminfo", "MemTotal", "0 kB")),
            System.getProperty("os.name"),
            System.getProperty("os.version"));
  }

  private static String gib(String kilobytes) {
    return Math.round(Long.parseLong(kilobytes.replaceAll("\\D", "")) / 1048576.0) + " GiB";
  }

  private static String valueOf(String file, String key, String otherwise) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(file));
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(line.indexOf(':') + 1).trim())
        .findFirst()
        .orElse(otherwise);
  }
}
