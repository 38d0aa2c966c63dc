package io.cioagent.it.deployment;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's own script, with the agent in {@code setenv}. */
class KarafIT {

  @ServerFolder private Path folder;

  @BeforeEach
  void inTheLongSuite() {
    Launch.assumeLongSuite();
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 21})
  void clientAndReceiverInABundleAreObserved(int java) throws Exception {
    Jdk jdk = Launch.jdk(java);
    Path home = Distribution.unpacked("org.apache.karaf:apache-karaf-minimal:zip:4.4.8", folder);
    writeBundle(home.resolve("deploy/shop.jar"));
    try (DeployedShop shop =
        DeployedShop.start(jdk, "The shop is open", launch -> start(launch, home))) {
      shop.assertClientObserved();
      shop.assertWebhookObserved();
      shop.assertCleanExit();
    }
  }

  private static void writeBundle(Path jar) throws IOException {
    List<Path> libraries = MavenRepository.jars(War.CLIENT);
    List<Path> classPath = new ArrayList<>(libraries);
    classPath.addAll(MavenRepository.jars(List.of("org.osgi:osgi.core:8.0.0")));
    Path classes =
        new Sources(List.of(Build.appSources("karaf"), War.clientSources()), classPath, 8)
            .java(Build.scratch("bundle"));
    Map<String, String> manifest =
        Map.of(
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "shop",
            "Bundle-Activator", "io.cioagent.it.apps.ShopActivator",
            "Bundle-ClassPath",
                libraries.stream()
                    .map(library -> ",lib/" + library.getFileName())
                    .collect(Collectors.joining("", ".", "")),
            "DynamicImport-Package", "*");
    try (Archive archive = new Archive(jar, manifest)) {
      archive.addClasses("", classes);
      archive.addLibraries("lib/", libraries);
    }
  }

  private static RunningJvm start(Launch launch, Path home) throws IOException {
    Distribution.edit(
        home.resolve("etc/org.apache.karaf.shell.cfg"),
        "sshPort = 8101",
        "sshPort = " + Launch.freePort());
    Files.writeString(
        home.resolve("bin/setenv"),
        "EXTRA_JAVA_OPTS=\"$EXTRA_JAVA_OPTS "
            + launch.agentOption()
            + "\"\nKARAF_OPTS=-Dshop.port="
            + launch.port()
            + "\n");
    return Jvm.startTool(
        List.of("sh", home.resolve("bin/karaf").toString(), "daemon"),
        "JAVA_HOME",
        launch.jdk().home().toString());
  }
}
