package io.cioagent.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The application's modules hide the bootstrap class loader; no setting of the server is changed.
 */
class WildFlyIT {
  private static final String WEBHOOK =
      "{\"event_id\":\"01E4C4CT6YDC7Y5M7FE1GWWPQJ\",\"metric\":\"delivered\",\"object_type\":\"email\","
          + "\"timestamp\":1613063089,\"data\":{\"delivery_id\":\"RPILAgUBcRhIBqSfeiIwdIYJKxTY\"}}";

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
    assumeTrue(everyRun || Jdk.isLongSuite(), "runs in the long suite");
    Jdk jdk =
        Jdk.underTest().stream().filter(each -> each.feature() == java).findAny().orElse(null);
    assumeTrue(jdk != null, "no JDK " + java);
    Path home = unpack(MavenRepository.file("org.wildfly:wildfly-dist:zip:" + version));
    Files.copy(War.shop(servletApi), home.resolve("standalone/deployments/shop.war"));
    int port = freePort();
    try (StandIn standIn = StandIn.http();
        RunningJvm server = start(jdk, home, port, standIn)) {
      String shop = "http://127.0.0.1:" + port + "/shop/";
      Await.found(
          "the deployment",
          Duration.ofMinutes(2),
          () ->
              server.stdout().stream()
                  .filter(line -> line.contains("WFLYSRV0025"))
                  .findAny()
                  .orElse(null));
      Endpoint endpoint = server.endpoint();
      Scrape before = endpoint.scrape();
      standIn.script(Reply.ok(), Reply.status(401));
      String identify = shop + "?base=http://127.0.0.1:" + standIn.port();
      assertThat(send(HttpRequest.newBuilder(URI.create(identify)).build())).isEqualTo("= 200");
      assertThat(send(HttpRequest.newBuilder(URI.create(identify)).build())).isEqualTo("= 401");
      send(
          HttpRequest.newBuilder(URI.create(shop + "hook"))
              .header("X-CIO-Timestamp", "1613063089")
              .header("X-CIO-Signature", "0".repeat(64))
              .POST(HttpRequest.BodyPublishers.ofString(WEBHOOK))
              .build());
      Await.until(
          "the webhook", () -> endpoint.scrape().sum("customerio_webhook_received_total") == 1);
      assertThat(Counts.between(before, endpoint.scrape()).operations())
          .containsExactly("identify 401", "identify success");
      assertThat(Counts.between(before, endpoint.scrape()).attempts()).hasSize(2);
      assertThat(endpoint.spans())
          .filteredOn(span -> span.name().startsWith("customerio."))
          .hasSize(3)
          .allMatch(span -> "shop".equals(span.attributes().get("customerio.application")));
      Await.until("three lines", () -> server.operationLog().size() == 3);
      assertThat(server.operationLog()).allMatch(line -> line.contains("\"application\":\"shop\""));
      ProcessHandle.of(server.pid()).orElseThrow().destroy();
      server.exitCode();
      assertThat(server.stdout()).anyMatch(line -> line.contains("WFLYSRV0050"));
      assertThat(server.stderr())
          .filteredOn(line -> line.startsWith(RunningJvm.PREFIX))
          .as("lines of the agent")
          .hasSize(1);
    }
  }

  private static RunningJvm start(Jdk jdk, Path home, int port, StandIn standIn) {
    Jvm jvm = Jvm.on(jdk).agent("hosts=127.0.0.1:" + standIn.port());
    if (jdk.feature() >= 9) {
      // As the server's own script does.
      for (String name :
          List.of("java.lang", "java.util", "java.util.concurrent", "java.security")) {
        jvm.option("--add-opens=java.base/" + name + "=ALL-UNNAMED");
      }
    }
    return jvm.option("-Djboss.home.dir=" + home)
        .option("-Djava.net.preferIPv4Stack=true")
        .startJar(
            home.resolve("jboss-modules.jar"),
            "-mp",
            home.resolve("modules").toString(),
            "org.jboss.as.standalone",
            "-Djboss.http.port=" + port,
            "-Djboss.https.port=0",
            "-Djboss.ajp.port=0",
            "-Djboss.management.http.port=0",
            "-Djboss.management.https.port=0");
  }

  private static String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** The top folder of the distribution. */
  private static Path unpack(Path zip) throws IOException {
    Path folder = Build.scratch("wildfly");
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(file)) {
      for (ZipEntry each = entries.getNextEntry(); each != null; each = entries.getNextEntry()) {
        Path target = folder.resolve(each.getName());
        if (each.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(entries, target);
        }
      }
    }
    String name = zip.getFileName().toString();
    return folder.resolve(name.replace("-dist", "").replace(".zip", ""));
  }
}
