package io.cioagent.instrumentation.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.instrumentation.PlatformClass;
import io.cioagent.instrumentation.classfile.ClassDescription;
import java.io.IOException;
import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** The reasons; which methods are woven is {@link ClientInstrumentationTest}'s. */
class ClientRulesTest {
  private final WovenClients clients = new WovenClients();

  private String exclusionReason(Class<?> type, String... settings) {
    return clients.instrumentation(settings).exclusionReason(PlatformClass.of(type));
  }

  private List<String> explain(Class<?> type, String... settings) {
    return clients.instrumentation(settings).explain(PlatformClass.of(type));
  }

  @Test
  void clientHasNoExclusionReason() {
    assertThat(exclusionReason(ClientClasses.CustomerIoOverloads.class)).isNull();
    assertThat(explain(ClientClasses.CustomerIoOverloads.class))
        .containsExactlyInAnyOrder(
            "track(String, String) as track", "track(UUID, String) as track");
  }

  @Test
  void methodsThatAreNotObserved() {
    assertThat(explain(ClientClasses.CustomerIoEveryKind.class))
        .containsExactlyInAnyOrder(
            "postEvent(String) as track",
            "not identify (static)",
            "not identifyUser (not public)",
            "not identifyCustomer (not public)",
            "not track (not public)",
            "not trackEvent (abstract)",
            "not sendEvent (native)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CustomerIoGateway    | it is an interface; its implementations count",
        "CustomerIoTracked    | it is an annotation",
        "MockCustomerIoClient | it is a test double (by its name)",
        "CustomerIoClientStub | it is a test double (by its name)",
        "CustomerIoController | it is a web controller (by its name)",
      })
  void exclusionReason(String name, String reason) throws ClassNotFoundException {
    Class<?> type = Class.forName(ClientClasses.class.getName() + "$" + name);
    assertThat(exclusionReason(type)).isEqualTo(reason);
    assertThat(clients.woven(type)).isEmpty();
  }

  @Test
  void classWithTheCodeOfInlineMocks() throws IOException {
    String mocked = ClientClasses.CustomerIoClient.class.getName();
    ClassReader reader =
        new ClassReader(ClassFileLocator.ForClassLoader.ofSystemLoader().locate(mocked).resolve());
    ClassWriter writer = new ClassWriter(reader, 0);
    writer.newClass("org/mockito/internal/creation/bytebuddy/inject/MockMethodDispatcher");
    reader.accept(writer, 0);
    ClassDescription type = PlatformClass.read(writer.toByteArray());
    assertThat(clients.instrumentation().exclusionReason(type)).isEqualTo("Mockito mocks it");
    assertThat(clients.woven(type)).isEmpty();
    assertThat(clients.woven(type, "client.methods", mocked + "[track=track]")).isEmpty();
  }

  @Test
  void disabledBySetting() {
    assertThat(exclusionReason(ClientClasses.CustomerIoClient.class, "client.auto-detect", "false"))
        .isEqualTo("client.auto-detect is false and client.methods does not name it");
  }

  @Test
  void missingConfiguredMethod() {
    String crm = ClientClasses.Crm.class.getName();
    assertThat(exclusionReason(ClientClasses.Crm.class, "client.methods", crm + "[gone=track]"))
        .isEqualTo("it declares no method gone with a body");
    assertThat(explain(ClientClasses.Crm.class, "client.methods", crm + "[fire=track]"))
        .containsExactly("fire(String, String) as track (from client.methods)");
  }
}
