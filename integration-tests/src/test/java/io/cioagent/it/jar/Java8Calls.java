package io.cioagent.it.jar;

import io.cioagent.it.harness.Build;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.mojo.animal_sniffer.SignatureBuilder;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;

/**
 * Looks for calls of what Java 8 does not have, with the library that Animal Sniffer is made of.
 */
final class Java8Calls extends SignatureChecker {

  private final List<String> broken;

  private Java8Calls(InputStream known, Set<String> ignored, List<String> broken)
      throws IOException {
    super(known, ignored, new Collector(broken));
    this.broken = broken;
    setSourcePath(List.of());
  }

  /** Java 8 and the jar's own classes are known; a call of anything else is broken. */
  static Java8Calls against(Path ownClasses, Set<String> ignored) throws IOException {
    ByteArrayOutputStream known = new ByteArrayOutputStream();
    try (InputStream java8 = Files.newInputStream(Build.library("java18.signature"))) {
      SignatureBuilder builder =
          new SignatureBuilder(new InputStream[] {java8}, known, new Collector(new ArrayList<>()));
      builder.process(ownClasses.toFile());
      builder.close();
    }
    return new Java8Calls(
        new ByteArrayInputStream(known.toByteArray()), ignored, new ArrayList<>());
  }

  /** What is wrong in one class, each call on a line. */
  List<String> check(Path classFile) throws IOException {
    broken.clear();
    try (InputStream in = Files.newInputStream(classFile)) {
      process(classFile.getFileName().toString(), in);
    }
    return List.copyOf(broken);
  }

  /** Collects what the library would print. */
  private record Collector(List<String> errors) implements Logger {
    @Override
    public void error(String message) {
      errors.add(message);
    }

    @Override
    public void error(String message, Throwable cause) {
      errors.add(message + cause);
    }

    @Override
    public void info(String message) {}

    @Override
    public void info(String message, Throwable cause) {}

    @Override
    public void debug(String message) {}

    @Override
    public void debug(String message, Throwable cause) {}

    @Override
    public void warn(String message) {}

    @Override
    public void warn(String message, Throwable cause) {}
  }
}
