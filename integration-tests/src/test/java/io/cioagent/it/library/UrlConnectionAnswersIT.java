package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.parity.Parity;
import io.cioagent.it.parity.Step;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.WatchedApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stream of an answer, read in every way that streams offer. */
@EveryJdk
class UrlConnectionAnswersIT extends WatchedApplication {

  private static final String APP = "io.cioagent.it.apps.UrlConnectionAnswersApp";

  private static final List<String> WAYS =
      List.of(
          "one-by-one",
          "in-two-parts",
          "into-the-middle",
          "skipped",
          "available",
          "after-the-end",
          "once-more",
          "closed-early");

  /** The last of them alone comes by a stream that can be marked. */
  private static final List<Function<String, Reply>> ANSWERS =
      List.of(Answers::plain, Answers::chunked, Answers::untilClose);

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent().classPath(Build.java8Apps()).start(APP);
  }

  private static List<String> toTheEnd() {
    return WAYS.subList(0, WAYS.indexOf("once-more"));
  }

  @ParameterizedTest
  @MethodSource("toTheEnd")
  void answerOfASendIsRead(String how) {
    List<String> ids = new ArrayList<>();
    for (Function<String, Reply> answer : ANSWERS) {
      ids.add(send(how, answer));
    }
    new Deliveries(watch(), jvm()).assertKnown(ids.size(), ids.toArray(String[]::new));
  }

  @Test
  void repeatedReadIsCountedOnce() {
    new Deliveries(watch(), jvm()).assertKnown(1, send("once-more", Answers::untilClose));
  }

  @Test
  void unreadAnswerIsUnknown() {
    String early = send("closed-early", Answers::plain);
    new Deliveries(watch(), jvm()).assertKnown(1, early, send("one-by-one", Answers::plain));
  }

  @Test
  void streamIsTheSame() {
    List<Step> script = new ArrayList<>();
    for (Function<String, Reply> answer : ANSWERS) {
      for (String how : WAYS) {
        script.add(Step.of("send " + how + " BASE" + SendCases.SEND, answer.apply("dlv-0")));
      }
    }
    String seen =
        Parity.assertSame(
            standIn(),
            () -> Jvm.on(jdk()).option(Hosts.option()).classPath(Build.java8Apps()),
            APP,
            script);
    assertThat(seen).contains(" true {", " false {", "-> !");
  }

  private String send(String how, Function<String, Reply> answer) {
    String deliveryId = Deliveries.newId();
    standIn().script(answer.apply(deliveryId));
    watch()
        .ask("send", how, at(Hosts.APP, SendCases.SEND))
        .answered("sun.net.www.protocol.http.HttpURLConnection$HttpInputStream")
        .operations("send_email success");
    return deliveryId;
  }
}
