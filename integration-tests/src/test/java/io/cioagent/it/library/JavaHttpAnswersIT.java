package io.cioagent.it.library;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdkFrom11;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Certificate;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Http2StandIn;
import io.cioagent.it.watch.WatchedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answer of a send that {@code java.net.http} gets over HTTP/2, and as a stream. */
@EveryJdkFrom11
class JavaHttpAnswersIT extends WatchedApplication {

  private final Certificate certificate = Certificate.selfSigned();
  private final Http2StandIn clearText = Http2StandIn.clearText();
  private final Http2StandIn tls = Http2StandIn.tls(certificate);

  @AfterAll
  void stopServers() {
    clearText.close();
    tls.close();
  }

  @Override
  protected RunningJvm start(Jvm jvm) {
    certificate.trustOptions().forEach(jvm::option);
    return jvm.agent().classPath(Build.java11Apps()).start("io.cioagent.it.apps.HttpClientApp");
  }

  @ParameterizedTest
  @CsvSource({
    "false, h2-send",
    "false, h2-async",
    "false, h2-stream",
    "true, h2-send",
    "true, h2-async",
    "true, h2-stream",
    "true, h1-stream"
  })
  void answerOfASendIsRead(boolean secure, String how) {
    Http2StandIn server = secure ? tls : clearText;
    String deliveryId = Deliveries.newId();
    String unread = Deliveries.newId();
    watch()
        .ask("http", how, "POST", send(server, "delivery=" + deliveryId), "{}")
        .answered("200")
        .operations("send_email success");
    watch()
        .ask("http", how, "GET", server.at(Hosts.APP) + "/v1/campaigns?delivery=" + unread, "")
        .answered("200")
        .operations("app_campaigns_read success");
    new Deliveries(watch(), jvm()).assertKnown(1, unread, deliveryId);
  }

  private static String send(Http2StandIn server, String query) {
    return server.at(Hosts.APP) + SendCases.SEND + "?" + query;
  }
}
