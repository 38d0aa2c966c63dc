package io.cioagent.it.deployment;

import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code asadmin start-domain}, with the agent among the JVM options of {@code domain.xml}. */
class GlassFishIT {
  /** Of listeners that the shop does not use. */
  private static final List<String> OTHER_PORTS =
      List.of("8181", "4848", "8686", "3700", "3820", "3920");

  @ServerFolder private Path folder;

  @BeforeEach
  void inTheLongSuite() {
    Launch.assumeLongSuite();
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 21})
  void clientAndReceiverInAWarAreObserved(int java) throws Exception {
    Jdk jdk = Launch.jdk(java);
    Path home =
        Distribution.unpacked("org.glassfish.main.distributions:glassfish:zip:7.0.20", folder);
    Path domain = home.resolve("glassfish/domains/domain1");
    Path war = War.shop("jakarta.servlet:jakarta.servlet-api:6.0.0");
    Files.createDirectories(domain.resolve("autodeploy"));
    Files.copy(war, domain.resolve("autodeploy/shop.war"));
    try (DeployedShop shop =
        DeployedShop.start(
            jdk, "Successfully autodeployed", launch -> start(launch, home, domain))) {
      shop.assertClientObserved();
      shop.assertWebhookObserved();
      shop.assertCleanExit();
    }
  }

  private static RunningJvm start(Launch launch, Path home, Path domain) throws Exception {
    Path xml = domain.resolve("config/domain.xml");
    Distribution.edit(xml, "port=\"8080\"", "port=\"" + launch.port() + "\"");
    for (String port : OTHER_PORTS) {
      Distribution.edit(xml, "port=\"" + port + "\"", "port=\"" + Launch.freePort() + "\"");
    }
    Distribution.edit(xml, "telnet.port=6666", "telnet.port=" + Launch.freePort());
    String memory = "<jvm-options>-Xmx512m</jvm-options>";
    Distribution.edit(
        xml, memory, memory + "<jvm-options>" + launch.agentOption() + "</jvm-options>");
    return Jvm.startTool(
        List.of("sh", home.resolve("bin/asadmin").toString(), "start-domain", "--verbose"),
        "JAVA_HOME",
        launch.jdk().home().toString());
  }
}
