package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import org.junit.jupiter.api.Test;

/** What the clients of Apache have in common: pools, challenges, tunnels. */
abstract class ApacheCases extends LibraryCases {

  static final String REGION = "GET track.customer.io /api/v1/accounts/region ";

  /** The same request, with a body that selects an additional action of the application. */
  final CommandResult sendWith(String way, String body) {
    return watch().ask("http", way, "PUT", at(Hosts.TRACK, CUSTOMER), body);
  }

  /** What the other host says to the request that holds the one connection. */
  Reply whileHeld() {
    return Reply.ok();
  }

  /** The client's error if the server behind a tunnel does not speak TLS. */
  String deafTunnel() {
    return "tls";
  }

  @Test
  void poolWithoutAFreeConnection() {
    standIn().script(whileHeld());
    failed(sendWith("pooled", "exhausted"), "timeout");
    assertThat(standIn().received()).noneMatch(request -> request.method().equals("PUT"));
  }

  @Test
  void challengeIsOneOperationWithTwoAttempts() {
    standIn().script(Reply.status(401, "{}", "WWW-Authenticate: Basic realm=\"cio\""));
    ask("credentials")
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "200", PUT + "401");
  }

  @Test
  void refusedCredentialsFailTheOperation() {
    Reply challenge = Reply.status(401, "{}", "WWW-Authenticate: Basic realm=\"cio\"");
    standIn().script(challenge, challenge);
    ask("credentials")
        .answered("401")
        .operations("identify 401")
        .attempts(PUT + "401", PUT + "401");
  }

  @Test
  void tunnelThroughAProxyIsNoAttempt() {
    failed(to("proxy", standIn().at(Hosts.TRACK).replace("http:", "https:")), deafTunnel());
  }

  @Test
  void redirectFromAnotherHost() {
    standIn().script(Reply.redirect(302, at(Hosts.TRACK, "/api/v1/accounts/region")));
    watch()
        .ask("http", "follow", "GET", at(Hosts.OTHER, "/start"), "")
        .answered("200")
        .operations("get_region success")
        .attempts(REGION + "200");
  }
}
