package io.cioagent.it.deployment;

import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's own script, with the agent in {@code jvm.options}. Its web server is its own. */
class LibertyIT {

  @ServerFolder private Path folder;

  @BeforeEach
  void inTheLongSuite() {
    Launch.assumeLongSuite();
  }

  @ParameterizedTest
  @CsvSource({
    "8, servlet-4.0, javax.servlet:javax.servlet-api:4.0.1",
    "21, servlet-6.0, jakarta.servlet:jakarta.servlet-api:6.0.0",
  })
  void clientInAWarIsObserved(int java, String feature, String servletApi) throws Exception {
    Jdk jdk = Launch.jdk(java);
    Path home = Distribution.unpacked("io.openliberty:openliberty-runtime:zip:24.0.0.12", folder);
    Path configuration = home.resolve("usr/servers/shop");
    Files.createDirectories(configuration.resolve("dropins"));
    Files.copy(War.shop(servletApi), configuration.resolve("dropins/shop.war"));
    try (DeployedShop shop =
        DeployedShop.start(
            jdk, "CWWKF0011I", launch -> start(launch, home, configuration, feature))) {
      shop.assertClientObserved();
      shop.assertWebhookNotObserved("open-liberty");
      shop.assertCleanExit();
    }
  }

  private static RunningJvm start(Launch launch, Path home, Path configuration, String feature)
      throws IOException {
    Files.writeString(
        configuration.resolve("server.xml"),
        "<server><featureManager><feature>"
            + feature
            + "</feature></featureManager><httpEndpoint id=\"defaultHttpEndpoint\" httpPort=\""
            + launch.port()
            + "\" httpsPort=\"-1\"/></server>");
    Files.writeString(configuration.resolve("jvm.options"), launch.agentOption() + "\n");
    return Jvm.startTool(
        List.of("sh", home.resolve("bin/server").toString(), "run", "shop"),
        "JAVA_HOME",
        launch.jdk().home().toString());
  }
}
