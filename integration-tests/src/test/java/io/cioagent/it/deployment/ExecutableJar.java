package io.cioagent.it.deployment;

import io.cioagent.it.harness.Build;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shop as a Spring Boot application in one jar, laid out as Boot's build plugins do. */
final class ExecutableJar {
  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIBRARIES = "BOOT-INF/lib/";

  private ExecutableJar() {}

  /**
   * Builds the application.
   *
   * @param version of Spring Boot
   * @param launcher main class of that version's loader
   */
  static Path shop(String version, String launcher) throws IOException {
    List<String> coordinates = new ArrayList<>(War.CLIENT);
    coordinates.add("org.springframework.boot:spring-boot-starter-web:" + version);
    List<Path> libraries = MavenRepository.jars(coordinates);
    List<Path> sources = List.of(Build.appSources("boot"), War.clientSources());
    Path classes =
        new Sources(sources, libraries, version.startsWith("2.") ? 8 : 17)
            .java(Build.scratch("boot-classes"));
    Map<String, String> manifest =
        Map.of(
            "Main-Class", launcher,
            "Start-Class", "io.cioagent.it.apps.BootShop",
            "Spring-Boot-Version", version,
            "Spring-Boot-Classes", CLASSES,
            "Spring-Boot-Lib", LIBRARIES);
    Path jar = Build.scratch("boot").resolve("shop.jar");
    try (Archive archive = new Archive(jar, manifest)) {
      archive.addContent(
          MavenRepository.file("org.springframework.boot:spring-boot-loader:" + version));
      archive.addClasses(CLASSES, classes);
      archive.addLibraries(LIBRARIES, libraries);
    }
    return jar;
  }
}
