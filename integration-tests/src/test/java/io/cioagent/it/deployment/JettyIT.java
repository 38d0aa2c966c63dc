package io.cioagent.it.deployment;

import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's own {@code start.jar}, with a base that has the modules for WARs. */
class JettyIT {

  @ServerFolder private Path folder;

  @BeforeEach
  void inTheLongSuite() {
    Launch.assumeLongSuite();
  }

  @ParameterizedTest
  @CsvSource({"12.0.25, 17", "12.0.25, 25"})
  void clientAndReceiverInAWarAreObserved(String version, int java) throws Exception {
    Jdk jdk = Launch.jdk(java);
    Path home = Distribution.unpacked("org.eclipse.jetty:jetty-home:zip:" + version, folder);
    Path base = home.resolve("base");
    Files.createDirectories(base.resolve("start.d"));
    Files.createDirectories(base.resolve("webapps"));
    Files.copy(
        War.shop("jakarta.servlet:jakarta.servlet-api:6.0.0"), base.resolve("webapps/shop.war"));
    try (DeployedShop shop =
        DeployedShop.start(jdk, "Started oejs.Server", launch -> start(launch, home, base))) {
      shop.assertClientObserved();
      shop.assertWebhookObserved();
      shop.assertApplicationNamed();
      shop.assertCleanExit();
    }
  }

  private static RunningJvm start(Launch launch, Path home, Path base) throws Exception {
    // As start.jar --add-modules=http,ee10-deploy,ee10-annotations writes them.
    Files.writeString(
        base.resolve("start.d/http.ini"), "--module=http\njetty.http.port=" + launch.port() + "\n");
    Files.writeString(
        base.resolve("start.d/ee10.ini"), "--module=ee10-deploy\n--module=ee10-annotations\n");
    return launch.jvm().startJar(home.resolve("start.jar"), "jetty.base=" + base);
  }
}
