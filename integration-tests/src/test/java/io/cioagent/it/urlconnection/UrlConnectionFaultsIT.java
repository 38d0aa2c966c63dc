package io.cioagent.it.urlconnection;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Certificate;
import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** No answer, a wrong one, or TLS: the application gets its exception, we get the reason. */
@EveryJdk
class UrlConnectionFaultsIT extends WatchedApplication {

  private static final String CUSTOMER = "/api/v1/customers/" + Leaks.ID;
  private static final String ROUTE = " /api/v1/customers/{identifier} ";

  private final StandIn trusted;
  private final StandIn untrusted;
  private final Certificate trustedCertificate = Certificate.selfSigned();

  UrlConnectionFaultsIT() {
    trusted = StandIn.https(trustedCertificate);
    untrusted = StandIn.https(Certificate.selfSigned());
  }

  @AfterAll
  void stopServers() {
    trusted.close();
    untrusted.close();
  }

  @Override
  protected RunningJvm start(Jvm jvm) {
    trustedCertificate.trustOptions().forEach(jvm::option);
    return jvm.agent().classPath(Build.java8Apps()).start("io.cioagent.it.apps.UrlConnectionApp");
  }

  @Test
  void tlsExchangeIsOneOperation() {
    for (String how : new String[] {"code", "input", "connect-first", "chunked", "again"}) {
      ask(how, trusted.at(Hosts.TRACK))
          .answered("")
          .operations("identify success")
          .attempts("PUT track.customer.io" + ROUTE + "200")
          .spanCount(1);
    }
    trusted.script(Reply.status(401));
    ask("input", trusted.at(Hosts.TRACK)).threw("IOException").operations("identify 401");
    assertThat(trusted.connections()).isPositive();
  }

  @Test
  void untrustedCertificateIsATlsError() {
    ask("code", untrusted.at(Hosts.TRACK))
        .threw("javax.net.ssl.SSLHandshakeException")
        .operations("identify tls")
        .attempts("PUT track.customer.io" + ROUTE + "tls");
  }

  @Test
  void tlsToAPlainPort() {
    ask("code", standIn().at(Hosts.TRACK).replace("http:", "https:"))
        .threw("javax.net.ssl.SSL")
        .operations("identify tls");
  }

  @Test
  void responseTimeout() {
    standIn().script(Reply.silence());
    ask("read-timeout", standIn().at(Hosts.TRACK))
        .threw("java.net.SocketTimeoutException")
        .operations("identify timeout")
        .attempts("PUT track.customer.io" + ROUTE + "timeout");
  }

  @Test
  void connectTimeout() {
    try (DeadPort full = DeadPort.full()) {
      watch()
          .ask("url", "connect-timeout", "GET", at(full, "/api/v1/accounts/region"), "")
          .threw("java.net.SocketTimeoutException")
          .operations("get_region timeout");
    }
  }

  @Test
  void refusedConnectionIsAConnectError() {
    try (DeadPort refusing = DeadPort.refusing()) {
      for (String how : new String[] {"code", "input", "connect-first"}) {
        watch()
            .ask("url", how, "PUT", at(refusing, CUSTOMER), "{}")
            .threw("java.net.ConnectException")
            .operations("identify connect")
            .attempts("PUT track.customer.io" + ROUTE + "connect");
      }
    }
  }

  @Test
  void unknownHostIsADnsError() {
    ask("code", "http://" + Hosts.UNKNOWN)
        .threw("java.net.UnknownHostException")
        .operations("identify dns")
        .attempts("PUT track-eu.customer.io" + ROUTE + "dns");
  }

  @Test
  void connectionReset() {
    // The JDK sends a request whose connection broke before any answer once more by itself.
    standIn().script(Reply.reset(), Reply.reset());
    CommandResult seen = ask("code", standIn().at(Hosts.TRACK)).threw("java.net.SocketException");
    seen.operations("identify reset");
  }

  @Test
  void connectionClosedWithoutResponse() {
    standIn().script(Reply.bytes(""), Reply.bytes(""));
    ask("code", standIn().at(Hosts.TRACK))
        .threw("java.net.SocketException: Unexpected end of file from server")
        .operationEndingIn("identify", "io", "reset");
  }

  @Test
  void answerWithoutAStatusLine() {
    standIn().script(Reply.bytes("<html>down for maintenance</html>\r\n\r\n"));
    CommandResult seen = ask("input", standIn().at(Hosts.TRACK));
    assertThat(seen.answer()).startsWith("! java.io.IOException: Invalid Http response");
    seen.operations("identify io").attempts("PUT track.customer.io" + ROUTE + "io");
  }

  @Test
  void statusMinusOneIsAnError() {
    standIn().script(Reply.bytes("<html>down for maintenance</html>\r\n\r\n"));
    CommandResult seen = ask("code", standIn().at(Hosts.TRACK));
    assertThat(seen.answer()).contains("Invalid Http response");
    seen.operations("identify io").attempts("PUT track.customer.io" + ROUTE + "io");
  }

  @Test
  void truncatedResponseIsCountedOnce() {
    standIn().script(Reply.half());
    CommandResult seen = ask("code", standIn().at(Hosts.TRACK));
    // The status came; that the body did not is for the application to find out.
    seen.operations("identify success").attempts("PUT track.customer.io" + ROUTE + "200");
  }

  /**
   * Java 8 closes the socket of an answer that nobody read when it collects the connection, and
   * finds out when it is to write the next request to it.
   */
  @Test
  void requestRefusedByAClosedSocketIsOneAttempt() {
    for (int i = 0; i < 8; i++) {
      assertThat(jvm().ask("collect-garbage")).isEqualTo("= collected");
      ask("status-only", standIn().at(Hosts.TRACK))
          .answered("200")
          .operations("identify success")
          .attempts("PUT track.customer.io" + ROUTE + "200");
    }
    assertThat(standIn().received()).hasSize(8);
  }

  private CommandResult ask(String how, String base) {
    return watch().ask("url", how, "PUT", base + CUSTOMER, "{\"plan\":\"pro\"}");
  }

  private static String at(DeadPort port, String path) {
    return "http://" + Hosts.TRACK + ":" + port.port() + path;
  }
}
