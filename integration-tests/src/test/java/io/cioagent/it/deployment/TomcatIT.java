package io.cioagent.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.watch.Counts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's own script, with the agent in {@code setenv.sh}. */
class TomcatIT {
  private static final String STARTED = "Server startup in";
  private static final int DEPLOYMENTS = 50;

  /** Idle threads of OkHttp keep the application's class loader for a minute. */
  private static final Duration COLLECTED = Duration.ofMinutes(3);

  @ServerFolder private Path folder;

  @BeforeEach
  void inTheLongSuite() {
    Launch.assumeLongSuite();
  }

  @ParameterizedTest
  @CsvSource({
    "9.0.109, 8, javax.servlet:javax.servlet-api:3.1.0",
    "9.0.109, 25, javax.servlet:javax.servlet-api:3.1.0",
    "10.1.46, 11, jakarta.servlet:jakarta.servlet-api:6.0.0",
    "10.1.46, 25, jakarta.servlet:jakarta.servlet-api:6.0.0",
  })
  void clientAndReceiverInAWarAreObserved(String version, int java, String servletApi)
      throws Exception {
    Jdk jdk = Launch.jdk(java);
    Path home = Distribution.unpacked("org.apache.tomcat:tomcat:zip:" + version, folder);
    Files.copy(War.shop(servletApi), home.resolve("webapps/shop.war"));
    try (DeployedShop shop = DeployedShop.start(jdk, STARTED, launch -> start(launch, home))) {
      shop.assertClientObserved();
      shop.assertWebhookObserved();
      shop.assertApplicationNamed();
      shop.assertCleanExit();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9.0.109, 8, javax.servlet:javax.servlet-api:3.1.0",
    "10.1.46, 25, jakarta.servlet:jakarta.servlet-api:6.0.0",
  })
  void noClassLoaderOfAnUndeployedApplicationIsLeft(String version, int java, String servletApi)
      throws Exception {
    Jdk jdk = Launch.jdk(java);
    Path home = Distribution.unpacked("org.apache.tomcat:tomcat:zip:" + version, folder);
    Files.writeString(
        home.resolve("conf/tomcat-users.xml"),
        "<tomcat-users xmlns=\"http://tomcat.apache.org/xml\" version=\"1.0\">"
            + "<user username=\"admin\" password=\"admin\" roles=\"manager-script\"/></tomcat-users>");
    Path war = War.shop(servletApi);
    try (DeployedShop shop = DeployedShop.start(jdk, STARTED, launch -> start(launch, home))) {
      Scrape before = shop.endpoint().scrape();
      for (int i = 0; i < DEPLOYMENTS; i++) {
        assertThat(manager(shop, "deploy?path=/shop&war=" + war.toUri())).startsWith("OK");
        assertThat(shop.identify()).isEqualTo("= 200");
        shop.receive("01E4C4CT6YDC7Y5M7FE1GWW" + (100 + i));
        assertThat(manager(shop, "undeploy?path=/shop")).startsWith("OK");
      }
      assertThat(Counts.between(before, shop.endpoint().scrape()).operations())
          .isEqualTo(Collections.nCopies(DEPLOYMENTS, "identify success"));
      Await.found(
          "all class loaders collected",
          COLLECTED,
          () -> leaks(shop).startsWith("OK - No memory leaks found") ? true : null);
      shop.assertCleanExit();
    }
  }

  /**
   * Collects garbage, and lists each application whose class loader is still there. The pause is
   * for the machine: a collection for each look of a minute takes one core.
   */
  private static String leaks(DeployedShop shop) {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    try {
      return manager(shop, "findleaks?statusLine=true");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String manager(DeployedShop shop, String command) throws Exception {
    String login =
        Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
    return shop.get("/manager/text/" + command, "Authorization", "Basic " + login);
  }

  private static RunningJvm start(Launch launch, Path home) throws Exception {
    Path server = home.resolve("conf/server.xml");
    Distribution.edit(server, "port=\"8080\"", "port=\"" + launch.port() + "\"");
    Distribution.edit(server, "port=\"8005\"", "port=\"-1\"");
    Files.writeString(
        home.resolve("bin/setenv.sh"),
        "CATALINA_OPTS=\"$CATALINA_OPTS -Xmx256m " + launch.agentOption() + "\"\n");
    return Jvm.startTool(
        List.of("sh", home.resolve("bin/catalina.sh").toString(), "run"),
        "JAVA_HOME",
        launch.jdk().home().toString());
  }
}
