package io.cioagent.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.parity.Parity;
import io.cioagent.it.parity.Step;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The same script with and without the agent: the same bytes sent, the same answers got. */
@EveryJdk
class ParityIT {

  private static final String PUT = " PUT BASE/api/v1/customers/cust-5512?a=b {\"plan\":\"pro\"}";
  private static final String GET = " GET BASE/api/v1/accounts/region ";

  @Parameter private Jdk jdk;

  @Test
  void urlConnection() {
    List<Step> script = new ArrayList<>();
    for (String how :
        new String[] {
          "code", "input", "input-or-error", "connect-first", "fixed-length", "chunked",
          "no-redirect", "header-field", "message", "again", "disconnect", "output-only"
        }) {
      script.add(Step.of("url " + how + PUT));
      script.add(Step.of("url " + how + PUT, Reply.status(401), Reply.status(401)));
      script.add(Step.of("url " + how + PUT, Reply.status(404)));
      script.add(Step.of("url " + how + GET));
      script.add(Step.of("url " + how + GET, Reply.redirect(302, "/moved")));
      script.add(Step.of("url " + how + GET, Reply.half()));
      script.add(Step.of("url " + how + GET, Reply.bytes("no status line\r\n\r\n")));
      script.add(Step.of("url " + how + GET, Reply.bytes(""), Reply.bytes("")));
    }
    script.add(Step.unanswered("url read-timeout" + PUT));
    script.add(Step.of("url set-output-too-late" + PUT));
    script.add(Step.of("url connect-only" + GET));
    script.add(Step.of("url code BREW BASE/ "));
    script.add(Step.of("url code GET http://" + Hosts.UNKNOWN + "/api/v1/accounts/region "));
    String with = assertSame(Build.java8Apps(), "io.cioagent.it.apps.UrlConnectionApp", script);
    assertThat(with)
        .contains("FileNotFoundException", "SocketTimeoutException", "UnknownHostException")
        .contains("Already connected", "Invalid Http response", "ProtocolException", "401");
  }

  @Test
  void httpClient() {
    jdk.assumeHttpClient();
    List<Step> script = new ArrayList<>();
    for (String how :
        new String[] {
          "send", "discard", "stream", "follow", "async", "subclass", "subclass-async", "new-client"
        }) {
      script.add(Step.of("http h1-" + how + PUT));
      script.add(Step.of("http h2-" + how + PUT, Reply.status(401), Reply.status(401)));
      script.add(Step.of("http h1-" + how + GET, Reply.redirect(302, "/moved")));
      script.add(Step.of("http h1-" + how + GET, Reply.half()));
      script.add(Step.of("http h1-" + how + GET, Reply.bytes("no status line\r\n\r\n")));
    }
    script.add(Step.unanswered("http h1-timeout" + PUT));
    script.add(Step.of("http h1-body-fails" + PUT));
    script.add(Step.of("http h1-send GET http://" + Hosts.UNKNOWN + "/api/v1/accounts/region "));
    String with = assertSame(Build.java11Apps(), "io.cioagent.it.apps.HttpClientApp", script);
    assertThat(with)
        .contains("HttpTimeoutException", "ConnectException", "no room for this body", "401");
  }

  @Test
  void clients() {
    List<Step> script = new ArrayList<>();
    for (int status : new int[] {200, 207, 301, 401, 404, 429, 500}) {
      for (String call :
          new String[] {
            "CustomerIoClient identify cust-5512 plan=pro",
            "CustomerIoClient track cust-5512 ordered total=12.50",
            "CustomerIoClient updateCustomer cust-5512 3",
            "CustomerIoClient unsuppress cust-5512",
            "CustomerIoClient suppress cust-5512",
            "CustomerIoClient addDevice cust-5512",
            "NestedCustomerIoClient trackEvent cust-5512",
            "NestedCustomerIoClient identifyCustomer cust-5512",
            "Arguments identify cust-5512",
            "PlainGateway throughProxy cust-5512",
          }) {
        script.add(Step.of("call customerio." + call, Reply.status(status)));
      }
    }
    String with = assertSame(Build.java8Apps(), "io.cioagent.it.apps.ClientsApp", script);
    assertThat(with).contains("Customer.io refused {plan=pro}", "= false", "no such platform");
  }

  private String assertSame(Path classPath, String app, List<Step> script) {
    try (StandIn standIn = StandIn.http()) {
      return Parity.assertSame(
          standIn,
          () -> Jvm.on(jdk).option(Hosts.option()).classPath(classPath),
          app,
          script,
          standIn.at(Hosts.TRACK));
    }
  }
}
