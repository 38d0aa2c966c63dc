package io.cioagent.testapp;

import io.cioagent.testapp.standin.Day;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What can be chosen: {@code --seconds=20} as an argument, or {@code -Dshop.seconds=20}. */
final class Options {

  static final String USAGE =
      String.join(
          System.lineSeparator(),
          "java -jar customerio-test-app.jar [OPTION]...   (or -Dshop.NAME=VALUE before -jar)",
          "",
          "  --seconds=20   how long the shop is open; 0: until Ctrl-C",
          "  --rate=5       actions per second, up to 1000",
          "  --threads=2    threads that they happen on, up to 64",
          "  --seed=7       start of all randomness: the same seed gives the same story",
          "  --day=bad      good: everything works; bad: some of everything that can go wrong",
          "  --outage=FILE  while FILE exists Customer.io answers everything with 503",
          "  --linger=0     seconds to stay up after the summary, so that the agent can be queried",
          "  --report=FILE  write the summary's numbers to FILE, a Java properties file",
          "  --signing-key-file=FILE",
          "                 holds the key that webhooks are signed with; else an invented one",
          "  --help         show this and leave",
          "",
          "With CUSTOMERIO_SITE_ID and CUSTOMERIO_API_KEY set (CUSTOMERIO_APP_API_KEY is optional)",
          "the shop makes a handful of harmless calls to the real Customer.io instead, for a test",
          "person it names.");

  final long seconds;
  final double rate;
  final int threads;
  final long seed;
  final Day day;

  /** While this file exists Customer.io is down; or null. */
  final Path outage;

  final long linger;

  /** Where the report goes, or null. */
  final Path report;

  /** Holds the key that webhooks are signed with, or null. */
  final Path signingKeyFile;

  final boolean help;

  private final Map<String, String> given;

  private Options(Map<String, String> given) {
    this.given = given;
    help = given.remove("help") != null;
    seconds = number("seconds", 20, 0, 1_000_000_000);
    rate = decimal("rate", 5, 0.01, 1000);
    threads = (int) number("threads", 2, 1, 64);
    seed = number("seed", 7, Long.MIN_VALUE, Long.MAX_VALUE);
    day = Day.named(given.getOrDefault("day", "bad"));
    given.remove("day");
    outage = file("outage");
    linger = number("linger", 0, 0, 1_000_000_000);
    report = file("report");
    signingKeyFile = file("signing-key-file");
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown option " + given.keySet().iterator().next());
    }
  }

  /**
   * Reads the arguments and, for what they leave open, the system properties.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  static Options read(String[] arguments, Properties properties) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith("shop.")) {
        given.put(name.substring("shop.".length()), properties.getProperty(name));
      }
    }
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (argument.equals("--help") || argument.equals("-h")) {
        given.put("help", "");
      } else if (argument.startsWith("--") && equals > 0) {
        given.put(argument.substring(2, equals), argument.substring(equals + 1));
      } else {
        throw new IllegalArgumentException("cannot read " + argument + ", expected --name=value");
      }
    }
    return new Options(given);
  }

  private Path file(String name) {
    String file = given.remove(name);
    return file == null || file.isEmpty() ? null : Paths.get(file);
  }

  private long number(String name, long otherwise, long least, long most) {
    String text = given.remove(name);
    if (text == null) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text.trim());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below in the same words as a number out of range.
    }
    throw new IllegalArgumentException(
        name + " is " + text + ", expected a whole number from " + least + " to " + most);
  }

  private double decimal(String name, double otherwise, double least, double most) {
    String text = given.remove(name);
    if (text == null) {
      return otherwise;
    }
    try {
      double value = Double.parseDouble(text.trim());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below in the same words as a number out of range.
    }
    throw new IllegalArgumentException(
        name + " is " + text + ", expected a number from " + least + " to " + most);
  }
}
