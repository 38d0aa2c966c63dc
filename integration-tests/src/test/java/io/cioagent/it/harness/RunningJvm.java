package io.cioagent.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cioagent.it.endpoint.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM that runs, and what it has printed. */
public final class RunningJvm implements AutoCloseable {

  /** How every line of the agent's own begins. */
  public static final String PREFIX = "[customerio-agent]";

  /** How every line of the operation log begins. */
  private static final String OPERATION = "{\"timestamp\":";

  private static final Pattern ADDRESS = Pattern.compile("(http://\\S+:\\d+)/metrics");

  private final Process process;
  private final List<String> command;
  private final Lines out;
  private final Lines err;
  private boolean stuck;

  RunningJvm(Process process, List<String> command) {
    this.process = process;
    this.command = command;
    this.out = new Lines("stdout of " + process.pid(), process.getInputStream());
    this.err = new Lines("stderr of " + process.pid(), process.getErrorStream());
  }

  /** Waits until the application accepts commands; kills one that does not. */
  public RunningJvm ready() {
    return ready(Await.SOON);
  }

  /** The same, if something else starts in the JVM as well. */
  public RunningJvm ready(Duration patience) {
    try {
      waitFor("READY", patience, () -> out.matching("READY"::equals, 0));
      return this;
    } catch (AssertionError e) {
      // The caller has nothing yet that it could close.
      process.destroyForcibly();
      throw e;
    }
  }

  /** Runs one command of the application and returns its answer, with the sign that leads it. */
  public String ask(String... words) {
    if (stuck) {
      throw new AssertionError("an earlier command was never answered: " + this);
    }
    Predicate<String> answer = line -> line.startsWith("= ") || line.startsWith("! ");
    int before = out.count(answer);
    try {
      process.getOutputStream().write((String.join("\t", words) + "\n").getBytes(UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the application is gone: " + this, e);
    }
    stuck = true;
    String line = waitFor("answer to " + List.of(words), () -> out.matching(answer, before));
    stuck = false;
    return line;
  }

  /** The agent's endpoint, once its one line says where it is. */
  public Endpoint endpoint() {
    String line = await("the agent's address", err, text -> address(text).find());
    Matcher address = address(line);
    if (!address.find()) {
      throw new AssertionError(line);
    }
    return new Endpoint(address.group(1));
  }

  private static Matcher address(String line) {
    return ADDRESS.matcher(line.startsWith(PREFIX) ? line : "");
  }

  /** The first line on standard error that matches. */
  public String awaitError(String what, Predicate<String> wanted) {
    return await(what, err, wanted);
  }

  public List<String> stdout() {
    return out.soFar();
  }

  /** The lines on standard error besides the operation log. */
  public List<String> stderr() {
    return err.soFar().stream().filter(line -> !line.startsWith(OPERATION)).toList();
  }

  /** The operation log, which stands on standard error unless a setting puts it elsewhere. */
  public List<String> operationLog() {
    return err.soFar().stream().filter(line -> line.startsWith(OPERATION)).toList();
  }

  public long pid() {
    return process.pid();
  }

  /** Ends the application's input, which ends it, and returns the exit code. */
  public int finish() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has ended already.
    }
    return exitCode();
  }

  /** Waits until the application ends. */
  public int exitCode() {
    try {
      if (!process.waitFor(Await.SOON.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("still running: " + this);
      }
      out.awaitEnd();
      err.awaitEnd();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends an application that does not read its input. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** Leaves no process behind. */
  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        finish();
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private String await(String what, Lines lines, Predicate<String> wanted) {
    return waitFor(what, () -> lines.matching(wanted, 0));
  }

  private String waitFor(String what, Supplier<String> look) {
    return waitFor(what, Await.SOON, look);
  }

  private String waitFor(String what, Duration patience, Supplier<String> look) {
    try {
      return Await.found(
          what,
          patience,
          () -> {
            String line = look.get();
            if (line == null && !process.isAlive() && process.exitValue() != 0) {
              throw new AssertionError("exit code " + process.exitValue());
            }
            return line;
          });
    } catch (AssertionError e) {
      throw new AssertionError("waiting for " + what + ": " + this, e);
    }
  }

  @Override
  public String toString() {
    return String.join(" ", command)
        + "\n--- stderr\n"
        + String.join("\n", err.soFar())
        + "\n--- stdout\n"
        + String.join("\n", out.soFar());
  }
}
