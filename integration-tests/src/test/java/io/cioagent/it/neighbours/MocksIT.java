package io.cioagent.it.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Attach;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A mock of a client is no client. Mockito makes a subclass of it, or else changes the class itself
 * by an agent of its own, which comes after the agent or before it.
 */
@ParameterizedClass(name = "Mockito {1}, {2}, {3} on {0}")
@MethodSource("rows")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MocksIT {

  private static final String INLINE = "mock-maker-inline";
  private static final String SUBCLASS = "mock-maker-subclass";

  @Parameter(0)
  private Jdk jdk;

  @Parameter(1)
  private String version;

  @Parameter(2)
  private String maker;

  @Parameter(3)
  private Order order;

  private StandIn standIn;
  private RunningJvm jvm;
  private Watch watch;

  static Stream<Arguments> rows() {
    return Jdk.all().stream()
        .filter(jdk -> jdk.equals(Jdk.running()) || jdk.equals(Jdk.oldest()))
        .flatMap(MocksIT::rows);
  }

  private static Stream<Arguments> rows(Jdk jdk) {
    Stream<String> versions =
        jdk.feature() == 8 ? Stream.of("3.12.4", "4.11.0") : Stream.of("5.24.0");
    return versions.flatMap(
        version ->
            Stream.of(
                Arguments.of(jdk, version, SUBCLASS, Order.FIRST),
                Arguments.of(jdk, version, INLINE, Order.FIRST),
                Arguments.of(jdk, version, INLINE, Order.SECOND),
                Arguments.of(jdk, version, INLINE, Order.ATTACHED)));
  }

  @BeforeParameterizedClassInvocation
  void start() throws IOException {
    standIn = StandIn.http();
    List<Path> mockito = MavenRepository.jars(List.of("org.mockito:mockito-core:" + version));
    List<Path> libraries = Stream.concat(Stream.of(Build.java8Apps()), mockito.stream()).toList();
    Path folder = Build.scratch("mocks");
    new Sources(List.of(Build.appSources("mocks")), libraries, jdk.feature() == 8 ? 8 : 11)
        .java(folder);
    if (!version.startsWith("3.") || maker.equals(INLINE)) {
      // There, a subclass has no such name: it is the default.
      Path makers = Files.createDirectories(folder.resolve("mockito-extensions"));
      Files.writeString(makers.resolve("org.mockito.plugins.MockMaker"), maker);
    }

    Jvm starting = Jvm.on(jdk).option(Hosts.option()).option("-XX:+EnableDynamicAgentLoading");
    starting.classPath(folder);
    libraries.forEach(starting::classPath);
    if (order == Order.FIRST) {
      starting.agent();
    }
    if (version.startsWith("5.")) {
      starting.agentWith(mockito.get(0), "");
    }
    if (order == Order.SECOND) {
      starting.agent();
    }
    jvm = starting.start(Shop.MAIN, standIn.at(Hosts.TRACK)).ready();
    if (order == Order.ATTACHED) {
      assertThat(jvm.ask("call", "MockUses", "unstubbed")).isEqualTo("= false");
      Attach.agent(jvm.pid(), Jvm.ANY_PORT);
    }
    watch = new Watch(jvm);
  }

  @AfterParameterizedClassInvocation
  void stop() {
    try {
      watch.assertNothingLate();
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr().stream().filter(line -> line.startsWith(RunningJvm.PREFIX)))
          .as("lines of the agent in %s", jvm)
          .hasSize(1);
    } finally {
      jvm.close();
      standIn.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"unstubbed,false", "stubbed,true", "verified,verified", "stubbedSpy,true"})
  void callOfAMockIsNoOperation(String use, String answer) {
    watch.call("MockUses", use).answered(answer).nothing();
    assertThat(standIn.received()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"spied", "real"})
  void realMethodIsAnOperation(String use) {
    watch
        .call("MockUses", use)
        .answered("sent")
        .operations("identify success")
        .attempts("PUT track.customer.io /api/v1/customers/{identifier} 200");
    standIn.reset();
  }
}
