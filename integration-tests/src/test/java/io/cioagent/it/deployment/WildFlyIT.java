package io.cioagent.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The server's own script, with the agent in {@code standalone.conf}. The application's modules
 * hide the bootstrap class loader; no other setting of the server is changed.
 */
class WildFlyIT {

  @ServerFolder private Path folder;

  @ParameterizedTest
  @CsvSource({
    "26.1.3.Final, 8, javax.servlet:javax.servlet-api:3.1.0, true",
    "14.0.1.Final, 8, javax.servlet:javax.servlet-api:3.1.0, false",
    "14.0.1.Final, 11, javax.servlet:javax.servlet-api:3.1.0, false",
    "26.1.3.Final, 17, javax.servlet:javax.servlet-api:3.1.0, false",
    "39.0.0.Final, 17, jakarta.servlet:jakarta.servlet-api:6.0.0, false",
    "39.0.0.Final, 25, jakarta.servlet:jakarta.servlet-api:6.0.0, false",
  })
  void clientAndReceiverInAWarAreObserved(
      String version, int java, String servletApi, boolean everyRun) throws Exception {
    if (!everyRun) {
      Launch.assumeLongSuite();
    }
    Jdk jdk = Launch.jdk(java);
    Path home = Distribution.unpacked("org.wildfly:wildfly-dist:zip:" + version, folder);
    Files.copy(War.shop(servletApi), home.resolve("standalone/deployments/shop.war"));
    try (DeployedShop shop =
        DeployedShop.start(jdk, "WFLYSRV0025", launch -> start(launch, home))) {
      shop.assertClientObserved();
      shop.assertWebhookObserved();
      shop.assertApplicationNamed();
      shop.assertCleanExit();
      assertThat(shop.hasPrinted("WFLYSRV0050")).as("orderly shutdown").isTrue();
    }
  }

  private static RunningJvm start(Launch launch, Path home) throws IOException {
    Files.writeString(
        home.resolve("bin/standalone.conf"),
        "JAVA_OPTS=\"$JAVA_OPTS " + launch.agentOption() + "\"\n",
        StandardOpenOption.APPEND);
    return Jvm.startTool(
        List.of(
            "sh",
            home.resolve("bin/standalone.sh").toString(),
            "-Djboss.http.port=" + launch.port(),
            "-Djboss.https.port=0",
            "-Djboss.ajp.port=0",
            "-Djboss.management.http.port=0",
            "-Djboss.management.https.port=0"),
        "JAVA_HOME",
        launch.jdk().home().toString());
  }
}
