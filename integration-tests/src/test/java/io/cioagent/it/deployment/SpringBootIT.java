package io.cioagent.it.deployment;

import io.cioagent.it.harness.Jdk;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Executable jars, whose own launcher loads the application from nested jars. */
class SpringBootIT {

  @BeforeEach
  void inTheLongSuite() {
    Launch.assumeLongSuite();
  }

  @ParameterizedTest
  @CsvSource({
    "2.7.18, org.springframework.boot.loader.JarLauncher, 8",
    "2.7.18, org.springframework.boot.loader.JarLauncher, 21",
    "3.5.7, org.springframework.boot.loader.launch.JarLauncher, 17",
    "3.5.7, org.springframework.boot.loader.launch.JarLauncher, 25",
    "4.0.0, org.springframework.boot.loader.launch.JarLauncher, 17",
    "4.0.0, org.springframework.boot.loader.launch.JarLauncher, 25",
  })
  void clientAndReceiverInAnExecutableJarAreObserved(String version, String launcher, int java)
      throws Exception {
    Jdk jdk = Launch.jdk(java);
    Path jar = ExecutableJar.shop(version, launcher);
    try (DeployedShop shop =
        DeployedShop.start(
            jdk,
            "Started BootShop in",
            launch -> launch.jvm().startJar(jar, "--server.port=" + launch.port()))) {
      shop.assertClientObserved();
      shop.assertWebhookObserved();
      shop.assertCleanExit();
    }
  }
}
