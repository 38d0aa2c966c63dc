package io.cioagent.it.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Where the build has put what the tests run. */
public final class Build {

  private Build() {}

  /** The one jar that a user gets. */
  public static Path agentJar() {
    Path jar = Path.of(required("agent.jar"));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("no agent at " + jar + "; build agent/launcher first");
    }
    return jar;
  }

  /** The legacy shop, its libraries beside it. */
  public static Path testAppJar() {
    Path jar = Path.of(required("test-app.jar"));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("no test app at " + jar + "; build test-app first");
    }
    return jar;
  }

  /** Applications for Java 8 and later. */
  public static Path java8Apps() {
    return module().resolve("target/apps/java8");
  }

  /** The classes of {@link #java8Apps} in a new jar. */
  public static Path java8AppsJar(String name) {
    Path classes = java8Apps();
    Path jar = scratch("jar").resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, entries);
        entries.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  /** Applications that use what came with Java 11. */
  public static Path java11Apps() {
    return module().resolve("target/apps/java11");
  }

  /** Sources that are compiled by the tests, against each version of a library. */
  public static Path appSources(String folder) {
    return module().resolve("src/apps").resolve(folder);
  }

  /** Sources that no compiler of today accepts. */
  public static Path ancientSources() {
    return module().resolve("src/apps/java1_4");
  }

  /** A file that the build has copied from the repository. */
  public static Path library(String name) {
    return module().resolve("target/libraries").resolve(name);
  }

  /** The product's own table of routes: what it knows drives the tests. */
  public static Path routes() {
    return module()
        .resolve("../agent/core/src/main/resources/io/cioagent/core/operation/routes.tsv");
  }

  /** A file of the repository that users take as it is, such as a page of the documentation. */
  public static Path repository(String path) {
    return module().resolve("..").resolve(path).normalize();
  }

  /** A new, empty folder; it stays for whoever looks into a failure. */
  public static Path scratch(String name) {
    try {
      Path parent = Files.createDirectories(module().resolve("target/scratch"));
      return Files.createTempDirectory(parent, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What ran on which JDK, see {@link RunRecord}. */
  public static Path runs() {
    return module().resolve("target/runs");
  }

  private static Path module() {
    return Path.of(required("module.directory"));
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("the build sets -D" + property);
    }
    return value;
  }
}
