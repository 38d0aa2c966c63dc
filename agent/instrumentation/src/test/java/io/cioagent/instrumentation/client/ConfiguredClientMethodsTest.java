package io.cioagent.instrumentation.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConfiguredClientMethodsTest {
  private static final String CRM = ClientClasses.Crm.class.getName();

  private final WovenClients clients = new WovenClients();

  @Test
  void configuredMethodsOfEveryKind() {
    assertThat(
            clients.woven(
                ClientClasses.Crm.class, "client.methods", CRM + "[upsert=identify,fire=track]"))
        .containsExactlyInAnyOrder("upsert(0,-) identify", "fire(0,1) track");
  }

  @Test
  void configuredMethodsBesideDetectedOnes() {
    String name = ClientClasses.CustomerIoOverloads.class.getName();
    assertThat(
            clients.woven(
                ClientClasses.CustomerIoOverloads.class, "client.methods", name + "[track=page]"))
        .containsExactly("track(0,-) page", "track(0,-) page");
  }

  @Test
  void configuredMethodsCountAlsoWithAGenericNameAndWithoutAnExchange() {
    String name = ClientClasses.CustomerIoGenericNames.class.getName();
    assertThat(
            clients.woven(
                ClientClasses.CustomerIoGenericNames.class, "client.methods", name + "[delete]"))
        .hasSize(2);
    assertThat(clients.ended.calls)
        .extracting(call -> call.operation().name())
        .containsExactly("delete");
  }

  @Test
  void configuredMethodsOfAnInterfaceWithABody() {
    String name = ClientClasses.Mailing.class.getName();
    assertThat(
            clients.woven(
                ClientClasses.Mailing.class, "client.methods", name + "[sendAll=send_email]"))
        .containsExactly("sendAll(-,-) send_email");
  }

  @Test
  void missingConfiguredMethodIsReported() throws Exception {
    PrintStream real = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, "UTF-8"));
    try {
      clients.woven(
          ClientClasses.Crm.class, "client.methods", CRM + "[upsert=identify,gone=track]");
      clients.woven(
          ClientClasses.Mailing.class,
          "client.methods",
          ClientClasses.Mailing.class.getName() + "[send=send_email]");
    } finally {
      System.setErr(real);
    }
    assertThat(said.toString("UTF-8").trim().split("\n"))
        .hasSize(2)
        .anyMatch(line -> line.contains(CRM + " declares no method gone with a body"))
        .anyMatch(line -> line.contains("Mailing declares no method send with a body"))
        .allMatch(line -> line.contains("WARN"));
  }
}
