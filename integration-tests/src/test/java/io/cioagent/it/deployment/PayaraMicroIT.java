package io.cioagent.it.deployment;

import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.MavenRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Its web server is Grizzly, which has classes with the names of Tomcat's. */
class PayaraMicroIT {

  @BeforeEach
  void inTheLongSuite() {
    Launch.assumeLongSuite();
  }

  @ParameterizedTest
  @CsvSource({
    "5.2022.5, 8, javax.servlet:javax.servlet-api:4.0.1",
    "5.2022.5, 17, javax.servlet:javax.servlet-api:4.0.1",
    "6.2025.9, 11, jakarta.servlet:jakarta.servlet-api:6.0.0",
    "6.2025.9, 21, jakarta.servlet:jakarta.servlet-api:6.0.0",
  })
  void clientAndReceiverInAWarAreObserved(String version, int java, String servletApi)
      throws Exception {
    Jdk jdk = Launch.jdk(java);
    Path server = MavenRepository.file("fish.payara.extras:payara-micro:" + version);
    Path war = War.shop(servletApi);
    try (DeployedShop shop =
        DeployedShop.start(jdk, ") ready in", launch -> start(launch, server, war))) {
      shop.assertClientObserved();
      shop.assertWebhookObserved();
      shop.assertCleanExit();
    }
  }

  private static RunningJvm start(Launch launch, Path server, Path war) {
    return launch
        .jvm()
        .option("-Xmx512m")
        .startJar(
            server,
            "--noCluster",
            "--port",
            String.valueOf(launch.port()),
            "--deploy",
            war.toString());
  }
}
