package io.cioagent.it.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Jdk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each side counts beside the other what it counts alone, and the application gets the same. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BesideNeighboursIT {

  private static final List<String> SENT =
      List.of(
          "operation identify 401",
          "operation identify connect",
          "operation identify success",
          "operation identify success",
          "operation identify success",
          "operation identify success",
          "operation identify success",
          "operation identify success",
          "operation identify success",
          "operation track 500");

  private static final Map<Jdk, Run> ALONE = new ConcurrentHashMap<>();

  @Parameter(0)
  private Jdk jdk;

  @Parameter(1)
  private Kind kind;

  private Run alone;
  private Run without;

  static Stream<Arguments> rows() {
    return Jdk.all().stream()
        .filter(jdk -> jdk.equals(Jdk.running()) || jdk.equals(Jdk.oldest()) || jdk.feature() == 25)
        .flatMap(
            jdk ->
                Kind.ALL.stream()
                    .filter(kind -> kind.runsOn(jdk))
                    .filter(kind -> kind.version().endsWith(System.getProperty("library.row", "")))
                    .map(kind -> Arguments.of(jdk, kind)));
  }

  @BeforeParameterizedClassInvocation
  void runEachAlone() throws IOException {
    alone = ALONE.get(jdk);
    if (alone == null) {
      alone = Run.alone(jdk, expected(jdk).size());
      ALONE.put(jdk, alone);
    }
    try (Neighbour neighbour = kind.in(jdk)) {
      without = Run.without(jdk, neighbour);
    }
    assertThat(alone.ours().stream().filter(line -> line.startsWith("operation ")))
        .isEqualTo(expected(jdk));
    assertThat(alone.got()).isEqualTo(without.got());
    assertThat(alone.errors()).isEmpty();
    assertThat(without.errors()).isEmpty();
    assertThat(without.theirs()).isNotEmpty();
  }

  private static List<String> expected(Jdk jdk) {
    List<String> all = new ArrayList<>(SENT);
    if (jdk.feature() >= 11) {
      all.addAll(List.of("operation identify success", "operation identify success"));
    }
    return all.stream().sorted().toList();
  }

  /** What the JVM itself loads from the agent's jar. */
  private static boolean isLauncher(String name) {
    return name.startsWith("io/cioagent/launcher/")
        || name.equals("io/cioagent/core/operation/ClientClassName");
  }

  private static boolean isOfJdk(String name) {
    return ClassLoader.getPlatformClassLoader().getResource(name + ".class") != null;
  }

  private static boolean isOfShop(String name) {
    return Stream.of("io/cioagent/it/", "okhttp3/", "okio/").anyMatch(name::startsWith);
  }

  @ParameterizedTest
  @EnumSource
  void bothCountWhatTheyCountAlone(Order order) throws Exception {
    try (Neighbour neighbour = kind.in(jdk)) {
      Run both = Run.of(jdk, neighbour, order, alone.ours().size());
      assertThat(both.got()).as("what the application got").isEqualTo(alone.got());
      assertThat(both.ours()).as("ours").isEqualTo(alone.ours());
      assertThat(both.theirs()).as("theirs").isEqualTo(without.theirs());
      assertThat(both.errors()).as("errors").isEmpty();
      List<String> more = new ArrayList<>(both.classes());
      more.removeAll(without.classes());
      // The JDK and libraries load some classes only when time is short.
      more.removeIf(name -> isOfJdk(name) || isOfShop(name));
      assertThat(more)
          .as("classes of the agent")
          .allMatch(name -> order != Order.FIRST && isLauncher(name));
    }
  }
}
