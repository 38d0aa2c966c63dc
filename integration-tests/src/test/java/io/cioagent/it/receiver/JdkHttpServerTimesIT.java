package io.cioagent.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Attach;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdkFrom11;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.LibraryVersion;
import io.cioagent.it.watch.AgentOutput;
import io.cioagent.it.watch.OperationLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Only an application that creates a server of the JDK pays for weaving it, whenever it does. */
@EveryJdkFrom11
class JdkHttpServerTimesIT {

  private static final String WEAVES = "io.cioagent.instrumentation.ClassToWeave ";
  private static final LibraryVersion APP =
      LibraryVersion.of("jdkhttpserver", "", "LateJdkHttpServerApp", Set.of());

  @Parameter private Jdk jdk;
  private final Path loaded = Build.scratch("loaded").resolve("classes.log");

  @Test
  void applicationWithoutServerLoadsNoServerClasses() {
    try (RunningJvm jvm = start(Jvm.on(jdk).agent())) {
      jvm.endpoint().scrape();
      assertThat(loadedClasses()).doesNotContain("sun.net.httpserver.", WEAVES);
      assertQuietEnd(jvm);
    }
  }

  @Test
  void serverCreatedLateIsObserved() {
    try (RunningJvm jvm = start(Jvm.on(jdk).agent())) {
      jvm.endpoint().scrape();
      assertThat(loadedClasses()).doesNotContain(WEAVES);
      assertSeen(jvm, serve(jvm));
      assertThat(loadedClasses()).contains(WEAVES);
      // And one more, of classes that are woven by now.
      assertSeen(jvm, serve(jvm));
      assertQuietEnd(jvm);
      assertThat(OperationLog.of(jvm))
          .hasSize(2)
          .allSatisfy(
              line -> {
                assertThat(line.get("message").asText()).isEqualTo("Customer.io webhook succeeded");
                assertThat(line.get("operation").asText()).isEqualTo("webhook");
                assertThat(line.get("event_type").asText()).isEqualTo("email_delivered");
              });
    }
  }

  @Test
  void serverCreatedBeforeTheAgentIsObserved() {
    try (RunningJvm jvm = start(Jvm.on(jdk).option("-XX:+EnableDynamicAgentLoading"))) {
      int port = serve(jvm);
      // What it takes to serve a request is loaded then.
      receive(jvm, Post.plain("/hook/stream/200", Event.delivered().body()), port);
      Attach.agent(jvm.pid(), Jvm.ANY_PORT);
      jvm.endpoint();
      Await.until("begun to weave", () -> loadedClasses().contains(WEAVES));
      Await.until("woven", () -> !jvm.ask("threads").contains("customerio-agent-weave"));
      assertSeen(jvm, port);
      assertQuietEnd(jvm);
    }
  }

  @Test
  void agentEndpointReceivesNoWebhooks() {
    try (RunningJvm jvm = start(Jvm.on(jdk).agent())) {
      assertSeen(jvm, serve(jvm));
      Tally before = Tally.now(jvm.endpoint());
      assertThat(postToEndpoint(jvm, "/metrics")).isEqualTo(405);
      assertThat(postToEndpoint(jvm, "/nowhere")).isEqualTo(404);
      assertThat(Tally.now(jvm.endpoint()).since(before)).isEmpty();
      assertQuietEnd(jvm);
    }
  }

  /** The endpoint closes the connection, as it does not read the body. */
  private static int postToEndpoint(RunningJvm jvm, String path) {
    try (WebhookSender sender = new WebhookSender(jvm.endpoint().port())) {
      return sender.send(Post.webhook(path, Event.delivered().body())).status();
    }
  }

  private static void assertSeen(RunningJvm jvm, int port) {
    Event event = Event.delivered();
    Tally before = Tally.now(jvm.endpoint());
    receive(jvm, Post.webhook("/hook/stream/200", event.body()), port);
    List<String> expected = event.counted().stream().sorted().toList();
    Await.quietly(() -> Tally.now(jvm.endpoint()).since(before).equals(expected));
    assertThat(Tally.now(jvm.endpoint()).since(before)).isEqualTo(expected);
  }

  private static void receive(RunningJvm jvm, Post post, int port) {
    try (WebhookSender sender = new WebhookSender(port)) {
      assertThat(sender.send(post).status()).isEqualTo(200);
      CaseResult.assertRead(jvm.ask("observation").substring(2), post.body());
    }
  }

  private static int serve(RunningJvm jvm) {
    return Integer.parseInt(jvm.ask("serve").substring(2));
  }

  private String loadedClasses() {
    try {
      return Files.readString(loaded).replaceAll("(?m)^.*\\] (\\S+) .*$", "$1 ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertQuietEnd(RunningJvm jvm) {
    assertThat(jvm.finish()).isZero();
    AgentOutput.assertOneLine(jvm, List.of());
  }

  private RunningJvm start(Jvm jvm) {
    APP.classPath().forEach(jvm::classPath);
    return jvm.option("-Xlog:class+load:file=" + loaded).start(APP.mainClass()).ready();
  }
}
