package io.cioagent.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An operation's span, its attempts beneath it, and what they say. */
@BuildAndOldestJdk
class ClientSpansIT extends WatchedApplication {

  private static final String CLIENT = "customerio.CustomerIoClient";
  private static final String RESENDS = "http.request.resend_count";

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent("service-name=shop", "environment=test")
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", at(Hosts.TRACK, ""));
  }

  @Test
  void operationHasItsAttemptAsAChild() {
    List<Span> spans = watch().call(CLIENT, "identify", Leaks.ID, "plan=pro").spans(2);
    Span attempt = spans.get(0);
    Span operation = spans.get(1);

    assertThat(operation.name()).isEqualTo("customerio.identify");
    assertThat(operation.kind()).isEqualTo(Span.CLIENT);
    assertThat(operation.status()).isEqualTo(Span.OK);
    assertThat(operation.isRoot()).isTrue();
    assertThat(operation.attributes())
        .containsEntry("customerio.operation", "identify")
        .containsEntry("customerio.api", "track")
        .containsEntry("customerio.user.id", Leaks.ID)
        .doesNotContainKeys("error.type", "http.request.method");

    assertThat(attempt.name()).isEqualTo("PUT /api/v1/customers/{identifier}");
    assertThat(attempt.kind()).isEqualTo(Span.CLIENT);
    assertThat(attempt.traceId()).isEqualTo(operation.traceId());
    assertThat(attempt.parentSpanId()).isEqualTo(operation.spanId());
    assertThat(attempt.startNanos()).isGreaterThanOrEqualTo(operation.startNanos());
    assertThat(attempt.endNanos()).isLessThanOrEqualTo(operation.endNanos());
    assertThat(attempt.attributes())
        .containsEntry("http.request.method", "PUT")
        .containsEntry("url.template", "/api/v1/customers/{identifier}")
        .containsEntry("server.address", Hosts.TRACK)
        .containsEntry("server.port", String.valueOf(standIn().port()))
        .containsEntry("http.response.status_code", "200")
        .doesNotContainKeys("error.type", RESENDS);
    assertThat(attempt.attribute("url.full"))
        .startsWith(at(Hosts.TRACK, "/api/v1/customers/"))
        .doesNotContain(Leaks.ID);
  }

  @Test
  void resourceIsTheService() {
    Span span = watch().call("customerio.Arguments", "identify", Leaks.ID).span();
    assertThat(span.resource())
        .containsEntry("service.name", "shop")
        .containsEntry("deployment.environment.name", "test");
  }

  @Test
  void failureHasItsStatusTypeAndException() {
    standIn().script(Reply.status(401));
    List<Span> spans = watch().call(CLIENT, "identify", Leaks.ID, "plan=pro").spans(2);
    Span attempt = spans.get(0);
    Span operation = spans.get(1);
    assertThat(attempt.status()).isEqualTo(Span.ERROR);
    assertThat(attempt.attributes())
        .containsEntry("http.response.status_code", "401")
        .containsEntry("error.type", "401");
    assertThat(operation.status()).isEqualTo(Span.ERROR);
    assertThat(operation.attributes()).containsEntry("error.type", "401");
    assertThat(operation.exceptions()).hasSize(1);
    assertThat(operation.exceptions().get(0))
        .containsEntry("exception.type", "java.lang.IllegalStateException")
        .containsKey("exception.stacktrace");
  }

  @Test
  void swallowedFailureIsAnErrorWithoutAnException() {
    standIn().script(Reply.status(500));
    CommandResult seen = watch().call(CLIENT, "track", Leaks.ID, "ordered", "total=12.50");
    Span operation = seen.answered("false").spans(2).get(1);
    assertThat(operation.status()).isEqualTo(Span.ERROR);
    assertThat(operation.attributes())
        .containsEntry("error.type", "500")
        .containsEntry("customerio.event.name", "ordered");
  }

  @Test
  void missingResponseHasAnErrorTypeAndNoStatus() {
    standIn().script(Reply.silence());
    Span attempt = watch().call(CLIENT, "track", Leaks.ID, "ordered", "total=1").spans(2).get(0);
    assertThat(attempt.status()).isEqualTo(Span.ERROR);
    assertThat(attempt.attributes())
        .containsEntry("error.type", "timeout")
        .doesNotContainKey("http.response.status_code");
    assertThat(attempt.exceptions()).hasSize(1);
  }

  @Test
  void retriesAreNumbered() {
    standIn().script(Reply.status(429), Reply.status(429));
    List<Span> spans = watch().call(CLIENT, "updateCustomer", Leaks.ID, "3").spans(4);
    assertThat(spans.get(3).name()).isEqualTo("customerio.identify");
    assertThat(spans.get(3).status()).isEqualTo(Span.OK);
    assertThat(spans.get(0).attributes()).doesNotContainKey(RESENDS);
    assertThat(spans.get(1).attributes()).containsEntry(RESENDS, "1");
    assertThat(spans.get(2).attributes()).containsEntry(RESENDS, "2");
    assertThat(spans).extracting(Span::traceId).containsOnly(spans.get(3).traceId());
  }

  @Test
  void withoutAClientMethodOneSpanCarriesBoth() {
    Span span =
        watch()
            .ask(
                "url",
                "code",
                "POST",
                at(Hosts.APP, "/v1/send/email?trace=" + Leaks.TOKEN),
                "{\"to\":\"" + Leaks.EMAIL + "\"}")
            .span();
    assertThat(span.name()).isEqualTo("customerio.send_email");
    assertThat(span.kind()).isEqualTo(Span.CLIENT);
    assertThat(span.status()).isEqualTo(Span.OK);
    assertThat(span.isRoot()).isTrue();
    assertThat(span.attributes())
        .containsEntry("customerio.operation", "send_email")
        .containsEntry("customerio.api", "app")
        .containsEntry("http.request.method", "POST")
        .containsEntry("url.template", "/v1/send/email")
        .containsEntry("http.response.status_code", "200");
    assertThat(span.attribute("url.full")).startsWith(at(Hosts.APP, "/v1/send/email"));
  }

  @Test
  void pipelinesApiIsNamed() {
    Span span =
        watch().ask("url", "code", "POST", at(Hosts.PIPELINES, "/v1/identify"), "{}").span();
    assertThat(span.attributes()).containsEntry("customerio.api", "pipelines");
  }

  @Test
  void textsOfExceptionsAreMasked() {
    standIn().script(Reply.status(500), Reply.status(404));
    for (String id : List.of(Leaks.EMAIL, Leaks.ID)) {
      List<Span> spans = watch().call(CLIENT, "unsuppress", id).threw(id).spans(2);
      assertThat(spans.get(1).exceptions()).hasSize(1);
      assertThat(spans.toString()).doesNotContain(Leaks.EMAIL, "customers/" + Leaks.ID);
    }
  }

  @Test
  void applicationTextIsMasked() {
    List<Span> spans = watch().call(CLIENT, "addDevice", Leaks.EMAIL).threw(Leaks.EMAIL).spans(1);
    assertThat(spans.get(0).exceptions()).hasSize(1);
    assertThat(spans.toString()).doesNotContain(Leaks.EMAIL);
  }
}
