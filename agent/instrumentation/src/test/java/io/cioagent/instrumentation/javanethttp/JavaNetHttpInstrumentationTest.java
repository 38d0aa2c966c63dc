package io.cioagent.instrumentation.javanethttp;

import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.PlatformClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the classes of the running JDK: one that renames something fails the build. */
class JavaNetHttpInstrumentationTest {
  private static final String CLIENT = "jdk.internal.net.http.";
  private static final String SUBSCRIBER =
      CLIENT
          + (PlatformClass.exists(CLIENT + "common.HttpBodySubscriberWrapper")
              ? "common.HttpBodySubscriberWrapper"
              : "Http1Response$Http1BodySubscriber");

  private Instrumentation instrumentation;

  /** By name, as the weaver does: the class is of Java 11, this one is not. */
  @BeforeEach
  void make() throws Exception {
    instrumentation =
        Class.forName("io.cioagent.instrumentation.javanethttp.JavaNetHttpInstrumentation")
            .asSubclass(Instrumentation.class)
            .getConstructor(Observer.class)
            .newInstance(new Recorder().observer());
  }

  @Test
  void bothMethodsOfTheClient() {
    assertThat(PlatformClass.wovenMethods(instrumentation, CLIENT + "HttpClientImpl"))
        .containsExactly(singletonList("send"), singletonList("sendAsync"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MultiExchange",
        "Exchange",
        "Response",
        "Http1Response",
        "Stream",
        "frame.DataFrame",
      })
  void eachPointcutIsAMethodOfTheClass(String name) {
    assertThat(PlatformClass.wovenMethods(instrumentation, CLIENT + name))
        .isNotEmpty()
        .allSatisfy(methods -> assertThat(methods).hasSize(1));
  }

  @Test
  void methodsThatPassBytesToSubscriber() {
    assertThat(PlatformClass.wovenMethods(instrumentation, SUBSCRIBER))
        .containsExactly(singletonList("onNext"), singletonList("complete"));
  }

  @Test
  void otherClassesHaveNoPointcuts() {
    assertThat(instrumentation.pointcuts(PlatformClass.named(CLIENT + "HttpRequestImpl")))
        .isEmpty();
  }

  @Test
  void fieldsThatAdviceReadsExist() {
    assertThat(PlatformClass.hasField(CLIENT + "Exchange", "request")).isTrue();
    assertThat(PlatformClass.hasField(CLIENT + "Exchange", "multi")).isTrue();
    assertThat(PlatformClass.hasField(CLIENT + "Http1Response", "response")).isTrue();
    assertThat(PlatformClass.hasField(CLIENT + "Stream", "response")).isTrue();
    assertThat(PlatformClass.hasField(CLIENT + "frame.Http2Frame", "flags")).isTrue();
    assertThat(PlatformClass.hasField(SUBSCRIBER, "userSubscriber")).isTrue();
  }
}
