package io.cioagent.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a process has printed so far, line by line. */
final class Lines {

  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  Lines(String name, InputStream in) {
    reader = new Thread(() -> readAll(in), name);
    reader.setDaemon(true);
    reader.start();
  }

  synchronized List<String> soFar() {
    return List.copyOf(lines);
  }

  /** The line of this number among those that match; null where it has not come yet. */
  synchronized String matching(Predicate<String> wanted, int number) {
    return lines.stream().filter(wanted).skip(number).findFirst().orElse(null);
  }

  synchronized int count(Predicate<String> wanted) {
    return (int) lines.stream().filter(wanted).count();
  }

  /** Until the process has closed its end. */
  void awaitEnd() throws InterruptedException {
    reader.join(Await.SOON.toMillis());
  }

  private void readAll(InputStream in) {
    try (BufferedReader open = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (String line = open.readLine(); line != null; line = open.readLine()) {
        synchronized (this) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      // The process is gone; whoever waits for a line will say so.
    }
  }
}
