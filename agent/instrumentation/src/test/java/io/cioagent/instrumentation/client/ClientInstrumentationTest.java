package io.cioagent.instrumentation.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.PlatformClass;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.classfile.ClassDescription;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientInstrumentationTest {
  private final WovenClients clients = new WovenClients();

  @Test
  void methodsOfAClientByTheirNames() {
    assertThat(clients.woven(ClientClasses.CustomerIoClient.class))
        .containsExactlyInAnyOrder(
            "identify(0,-) identify",
            "updateCustomer(1,-) identify",
            "deleteCustomer(0,-) delete",
            "suppress(1,-) suppress",
            "unsuppress(-,-) unsuppress",
            "track(0,1) track",
            "trackEvent(0,2) track",
            "postEvent(0,-) track",
            "trackAnonymous(-,-) track_anonymous",
            "sendTransactionalEmail(-,-) send_email");
  }

  @Test
  void onlyPublicInstanceMethodsWithABody() {
    assertThat(clients.woven(ClientClasses.CustomerIoEveryKind.class))
        .containsExactly("postEvent(0,-) track");
  }

  @Test
  void bridgeMethodsAreNotWoven() {
    assertThat(ClientClasses.CustomerIoUpserting.class.getDeclaredMethods()).hasSize(2);
    assertThat(clients.woven(ClientClasses.CustomerIoUpserting.class))
        .containsExactly("identify(0,-) identify");
  }

  @Test
  void overloadsAreAllWoven() {
    assertThat(clients.woven(ClientClasses.CustomerIoOverloads.class))
        .containsExactly("track(0,1) track", "track(0,1) track");
  }

  @Test
  void enumsAreClasses() {
    assertThat(clients.woven(ClientClasses.CustomerIoKind.class))
        .containsExactly("track(0,-) track");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ClientClasses.CustomerIoGateway.class,
        ClientClasses.CustomerIoTracked.class,
        ClientClasses.MockCustomerIoClient.class,
        ClientClasses.CustomerIoClientStub.class,
        ClientClasses.CustomerIoController.class,
        ClientClasses.Crm.class,
        ClientInstrumentationTest.class,
      })
  void otherClassesAreNotWoven(Class<?> type) {
    assertThat(clients.woven(type)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.stereotype.Controller, 0",
    "org.springframework.web.bind.annotation.RestController, 0",
    "org.springframework.web.bind.annotation.RequestMapping, 0",
    "io.micronaut.http.annotation.Controller, 0",
    "javax.ws.rs.Path, 0",
    "jakarta.ws.rs.Path, 0",
    "org.springframework.stereotype.Service, 1",
  })
  void annotatedControllersAreNotWoven(String annotation, int expected) {
    TypeDescription annotationType =
        new ByteBuddy()
            .makeAnnotation()
            .name(annotation)
            .annotateType(
                AnnotationDescription.Builder.ofType(Retention.class)
                    .define("value", RetentionPolicy.RUNTIME)
                    .build())
            .make()
            .getTypeDescription();
    ClassDescription type =
        PlatformClass.read(
            new ByteBuddy()
                .redefine(ClientClasses.CustomerIoOverloads.class)
                .name("com.acme.customerio.Webhooks")
                .annotateType(AnnotationDescription.Builder.ofType(annotationType).build())
                .make()
                .getBytes());
    assertThat(clients.woven(type)).hasSize(2 * expected);
  }

  @Test
  void nothingIsDetectedIfDetectionIsOff() {
    assertThat(clients.woven(ClientClasses.CustomerIoClient.class, "client.auto-detect", "false"))
        .isEmpty();
  }

  @Test
  void genericNamesCountOnlyWithAnExchange() {
    ClassDescription type = PlatformClass.of(ClientClasses.CustomerIoGenericNames.class);
    List<Pointcut> pointcuts = clients.instrumentation().pointcuts(type);
    assertThat(pointcuts).hasSize(2);
    for (Pointcut pointcut : pointcuts) {
      WovenClients.enter(pointcut);
      assertThat(clients.recorder.endedCalls).isEmpty();
    }
    for (Pointcut pointcut : pointcuts) {
      Object scope = pointcut.handler().enter(null, null, null);
      Exchange exchange = clients.observer.startExchange();
      exchange.attempt("POST", "https", "api.customer.io", -1, "/v1/send/email");
      exchange.end(200, null);
      pointcut.handler().exit(scope, null, null);
    }
    assertThat(clients.recorder.endedCalls).hasSize(2);
  }

  @Test
  void equalMethodsShareOneHandler() {
    ClassDescription type = PlatformClass.of(ClientClasses.CustomerIoOverloads.class);
    ClientInstrumentation instrumentation = clients.instrumentation();
    List<Pointcut> once = instrumentation.pointcuts(type);
    List<Pointcut> again = instrumentation.pointcuts(type);
    assertThat(once.get(0).handler()).isSameAs(once.get(1).handler());
    assertThat(once.get(0).handler()).isSameAs(again.get(0).handler());
  }

  /** An application that is deployed again and again must not make new ones each time. */
  @Test
  void equalMethodsWithLibraryResultsShareOneHandler() {
    ClientInstrumentation instrumentation = clients.instrumentation();
    ClassDescription type = PlatformClass.of(ClientClasses.CustomerIoPublisher.class);
    List<Pointcut> once = instrumentation.pointcuts(type);
    List<Pointcut> again = instrumentation.pointcuts(type);
    assertThat(once).hasSize(2);
    for (int i = 0; i < once.size(); i++) {
      assertThat(once.get(i).handler()).isSameAs(again.get(i).handler());
    }
    assertThat(once.get(0).handler()).isNotSameAs(once.get(1).handler());
  }

  @Test
  void handlerPassesUserIdAndEventName() {
    ClassDescription type = PlatformClass.of(ClientClasses.CustomerIoOverloads.class);
    Call call = WovenClients.enter(clients.instrumentation().pointcuts(type).get(0));
    assertThat(clients.recorder.endedCalls).containsExactly(call);
    assertThat(call.userId()).isEqualTo("u1");
    assertThat(call.eventName()).isEqualTo("bought");
  }

  @Test
  void failureOfAHandlerIsCountedByItsName() {
    ClassDescription type = PlatformClass.of(ClientClasses.CustomerIoOverloads.class);
    clients
        .instrumentation()
        .pointcuts(type)
        .get(0)
        .handler()
        .failed(new ClassCastException("ownCommandLine"));
    assertThat(clients.recorder.failures)
        .containsExactly("client: java.lang.ClassCastException: ownCommandLine");
  }

  @ParameterizedTest
  @CsvSource({
    "com/acme/customerio/Client, true",
    "com/acme/CustomerIOFacade, true",
    "io/customer/Client, false",
    "com/acme/Crm, true",
    "com/acme/Crm2, false",
    "com/acme/MockCustomerIoClient, false",
    "com/acme/CustomerIoClient$$Lambda$14, false",
    "com/acme/CustomerIoController, false",
  })
  void concerns(String name, boolean expected) {
    String[] crm = {"client.methods", "com.acme.Crm[upsert=identify]"};
    assertThat(clients.instrumentation(crm).concerns(name.replace('.', '/'))).isEqualTo(expected);
  }

  @Test
  void concernsOnlyConfiguredClassesIfDetectionIsOff() {
    ClientInstrumentation instrumentation =
        clients.instrumentation(
            "client.auto-detect", "false", "client.methods", "com.acme.Crm[upsert=identify]");
    assertThat(instrumentation.concerns("com/acme/Crm")).isTrue();
    assertThat(instrumentation.concerns("com/acme/customerio/Client")).isFalse();
  }
}
