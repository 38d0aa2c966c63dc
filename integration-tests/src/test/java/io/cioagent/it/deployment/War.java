package io.cioagent.it.deployment;

import io.cioagent.it.harness.Build;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The web application that is deployed: a client of Customer.io and a receiver of webhooks. */
final class War {
  /** What the client needs. */
  static final List<String> CLIENT = List.of("com.squareup.okhttp3:okhttp:3.12.13");

  private War() {}

  /** The client alone, for applications that are no WAR. */
  static Path clientSources() {
    return Build.appSources("war").resolve("io/cioagent/it/apps/customerio");
  }

  /**
   * Builds the application.
   *
   * @param servletApi coordinates of the servlet API; {@code jakarta} in them selects its packages
   */
  static Path shop(String servletApi) throws IOException {
    List<Path> libraries = MavenRepository.jars(CLIENT);
    List<Path> classPath = new ArrayList<>(libraries);
    classPath.addAll(MavenRepository.jars(List.of(servletApi)));
    Sources sources = new Sources(List.of(Build.appSources("war")), classPath, 8);
    Path classes = Build.scratch("war-classes");
    if (servletApi.startsWith("jakarta")) {
      sources.jakarta(classes);
    } else {
      sources.java(classes);
    }
    Path war = Build.scratch("war").resolve("shop.war");
    try (Archive archive = new Archive(war, Map.of())) {
      archive.addClasses("WEB-INF/classes/", classes);
      archive.addLibraries("WEB-INF/lib/", libraries);
    }
    return war;
  }
}
