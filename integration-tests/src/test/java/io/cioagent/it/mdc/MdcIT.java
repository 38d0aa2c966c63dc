package io.cioagent.it.mdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.WatchedApplication;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logback, Log4j 2 and Log4j 1, all by SLF4J. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class MdcIT extends WatchedApplication {

  @Parameter(1)
  private LibraryVersion row;

  private LogLines log;

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            logging("reload4j 1.2.25", "org.slf4j:slf4j-reload4j:2.0.17"),
            logging(
                "Log4j 2.0.2",
                "org.apache.logging.log4j:log4j-core:2.0.2",
                "org.apache.logging.log4j:log4j-slf4j-impl:2.0.2"),
            logging("Log4j 2.17.2", "org.apache.logging.log4j:log4j-slf4j-impl:2.17.2"),
            logging(
                "Log4j 2.25.1",
                "org.apache.logging.log4j:log4j-core:2.25.1",
                "org.apache.logging.log4j:log4j-slf4j2-impl:2.25.1"),
            logging("Logback 1.2.13", "ch.qos.logback:logback-classic:1.2.13"),
            logging("Logback 1.3.16", "ch.qos.logback:logback-classic:1.3.16"),
            logging("Logback 1.5.18", "ch.qos.logback:logback-classic:1.5.18").release(11)));
  }

  static LibraryVersion logging(String name, String... coordinates) {
    String[] words = name.split(" ", 2);
    return LibraryVersion.of(words[0], words[1], "ClientsApp", Set.of(), coordinates)
        .sources("mdc");
  }

  @Override
  protected RunningJvm start(Jvm jvm) {
    log = new LogLines();
    row.classPath().forEach(jvm::classPath);
    return log.on(jvm).agent("log.mdc=true").start(row.mainClass(), at(Hosts.TRACK, ""));
  }

  @BeforeEach
  void forgetLines() {
    use("call", "").spans(2);
    log.fresh();
  }

  private CommandResult use(String method, String argument) {
    return watch().call("mdc.LoggingUses", method, argument).answered("called");
  }

  private static String ids(Span operation) {
    return operation.traceId() + "/" + operation.spanId();
  }

  @Test
  void logLinesWithinAClientMethodHaveItsSpan() {
    String ids = ids(use("call", "").operations("identify success").spans(2).get(1));
    assertThat(log.fresh())
        .containsExactly("/ before", ids + " inside", ids + " answered", "/ after");
  }

  @Test
  void applicationLogContextIsRestored() {
    String ids = ids(use("call", "its-own").operations("identify success").spans(2).get(1));
    assertThat(log.fresh())
        .containsExactly("its-own/ before", ids + " inside", ids + " answered", "its-own/ after");
  }

  @Test
  void exceptionEndsTheScope() {
    String ids = ids(use("failing", "its-own").operations("add_device unknown error").span());
    assertThat(log.fresh())
        .containsExactly("its-own/ before", ids + " inside", "its-own/ caught", "its-own/ after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "another"})
  void applicationChangesOfTheLogContextStay(String inside) {
    use("clearing", inside).operations("suppress success").spans(2);
    assertThat(log.fresh())
        .containsExactly("its-own/ before", inside + "/ inside", inside + "/ after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage", "future"})
  void logContextFollowsTheWorkToAnotherThread(String method) {
    for (int i = 0; i < 2; i++) {
      List<Span> spans = use(method, "5").spans(2);
      Span operation = spans.stream().filter(Span::isRoot).findFirst().orElseThrow();
      assertThat(operation.name()).isEqualTo("customerio.track");
      assertThat(log.fresh())
          .containsExactly("/ before", ids(operation) + " pooled", "/ later", "/ after");
    }
  }
}
