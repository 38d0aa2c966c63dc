package io.cioagent.it.deployment;

import io.cioagent.it.harness.Build;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The web application that is deployed: a client of Customer.io and a receiver of webhooks. */
final class War {
  private static final List<String> CLIENT = List.of("com.squareup.okhttp3:okhttp:3.12.13");

  private War() {}

  /**
   * Builds the application.
   *
   * @param servletApi coordinates of the servlet API; {@code jakarta} in them selects its packages
   */
  static Path shop(String servletApi) {
    List<Path> libraries = MavenRepository.jars(CLIENT);
    List<Path> classPath = new ArrayList<>(libraries);
    classPath.addAll(MavenRepository.jars(List.of(servletApi)));
    Path folder = Build.scratch("war");
    Sources sources = new Sources(List.of(Build.appSources("war")), classPath, 8);
    Path classes = Build.scratch("war-classes");
    if (servletApi.startsWith("jakarta")) {
      sources.jakarta(classes);
    } else {
      sources.java(classes);
    }
    Path war = folder.resolve("shop.war");
    try (OutputStream file = Files.newOutputStream(war);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        add(entries, "WEB-INF/classes/" + classes.relativize(each), each);
      }
      for (Path library : libraries) {
        add(entries, "WEB-INF/lib/" + library.getFileName(), library);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return war;
  }

  private static void add(JarOutputStream entries, String name, Path file) throws IOException {
    entries.putNextEntry(new JarEntry(name.replace('\\', '/')));
    Files.copy(file, entries);
    entries.closeEntry();
  }
}
