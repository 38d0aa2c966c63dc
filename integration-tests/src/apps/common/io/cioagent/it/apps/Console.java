package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs one command for each line of standard input, words parted by tabs, until the input ends.
 * Every command is answered by one line: {@code = result}, or {@code ! what was thrown}.
 */
public final class Console {

  /** What a word at the start of a line makes the application do. */
  @FunctionalInterface
  public interface Command {
    String run(List<String> words) throws Throwable;
  }

  private final Map<String, Command> commands = new HashMap<>();
  private final PrintStream out;

  public Console() throws IOException {
    // Not System.out: an application, or whatever else runs here, may have replaced that.
    out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8.name());
    on("threads", words -> threads(true) + "," + threads(false));
    on("non-daemons", words -> threads(false));
    on("receive", words -> String.valueOf(WebhookReceiver.start()));
    on("properties", words -> new TreeMap<>(System.getProperties()).toString());
  }

  public Console on(String verb, Command command) {
    commands.put(verb, command);
    return this;
  }

  public void run() throws IOException {
    out.println("READY");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    String line;
    while ((line = in.readLine()) != null) {
      List<String> words = Arrays.asList(line.split("\t", -1));
      out.println(answer(words).replace("\n", "\\n").replace("\r", "\\r"));
    }
  }

  private String answer(List<String> words) {
    Command command = commands.get(words.get(0));
    if (command == null) {
      return "! no such command: " + words.get(0);
    }
    try {
      return "= " + command.run(words.subList(1, words.size()));
    } catch (Throwable thrown) {
      return "! " + describe(thrown);
    }
  }

  /** Class, message and cause of all that was thrown: what an application could act on. */
  public static String describe(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      text.append(text.length() == 0 ? "" : " <- ").append(each);
      for (Throwable suppressed : each.getSuppressed()) {
        text.append(" [suppressed ").append(suppressed).append(']');
      }
    }
    return text.toString();
  }

  private static String threads(boolean daemons) {
    TreeSet<String> names = new TreeSet<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.isDaemon() == daemons) {
        names.add(thread.getName());
      }
    }
    return String.join(",", names);
  }
}
