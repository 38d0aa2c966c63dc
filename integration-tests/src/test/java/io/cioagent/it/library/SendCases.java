package io.cioagent.it.library;

import io.cioagent.it.harness.EveryRow;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A send is answered by the id of its delivery, which webhooks name later. The agent knows it from
 * what the application reads, in whichever way that reads.
 */
abstract class SendCases extends FaultCases {

  static final String SEND = "/v1/send/email";

  static final Set<String> UNREAD = Set.of("unread", "kept");

  private Deliveries deliveries;
  private RunningJvm receiver;

  final List<String> readWays() {
    return answeredWays().stream().filter(way -> !UNREAD.contains(way)).toList();
  }

  @ParameterizedTest
  @MethodSource("readWays")
  @EveryRow
  void answerOfASendIsRead(String way) {
    deliveries().assertKnown(1, sent(way, Answers::plain));
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void answerOfASendIsReadInEveryEncoding(String way) {
    deliveries()
        .assertKnown(
            5,
            sent(way, Answers::plain),
            sent(way, Answers::gzip),
            sent(way, Answers::chunked),
            sent(way, Answers::chunkedGzip),
            sent(way, Answers::untilClose));
  }

  @Test
  void unreadAnswerOfASendIsHarmless() {
    needs("unread");
    sent("unread", Answers::plain);
    deliveries().assertKnown(1, sent("sync", Answers::plain));
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void answersOfOtherRequestsAreIgnored(String way) {
    String elsewhere = Deliveries.newId();
    standIn().script(Answers.big(elsewhere));
    send(way, at(Hosts.OTHER, SEND)).answered("200").nothing();

    String noSend = Deliveries.newId();
    standIn().script(Answers.plain(noSend));
    watch()
        .ask("http", way, "GET", at(Hosts.APP, "/v1/campaigns"), "")
        .answered("200")
        .operations("app_campaigns_read success");

    deliveries().assertKnown(1, elsewhere, noSend, sent(way, Answers::plain));
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void refusedSendHasNoDelivery(String way) {
    String refused = Deliveries.newId();
    standIn().script(Answers.refusal(400, refused), Answers.empty());
    send(way, at(Hosts.APP, SEND)).answered("400").operations("send_email 400");
    send(way, at(Hosts.APP, SEND)).answered("200").operations("send_email success");
    deliveries().assertKnown(1, refused, sent(way, Answers::plain));
  }

  /** Sends, and reads an answer that names this delivery. */
  private String sent(String way, Function<String, Reply> answer) {
    String deliveryId = Deliveries.newId();
    standIn().script(answer.apply(deliveryId));
    send(way, at(Hosts.APP, SEND))
        .answered("200")
        .operations("send_email success")
        .attempts("POST api.customer.io /v1/send/email 200");
    return deliveryId;
  }

  private CommandResult send(String way, String url) {
    return watch().ask("http", way, "POST", url, BODY);
  }

  private Deliveries deliveries() {
    if (receiver != jvm()) {
      // The test object serves one application after another.
      receiver = jvm();
      deliveries = new Deliveries(watch(), jvm());
    }
    return deliveries;
  }
}
