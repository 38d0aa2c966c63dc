package io.cioagent.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientClassNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CustomerIo",
        "CustomerIoClient",
        "com.acme.CustomerIoClient",
        "com.acme.CUSTOMERIOClient",
        "com.acme.MyCustomerIOApi",
        "com.acme.Customer_IO_Client",
        "com.acme.customer-io",
        "com.acme.Shop$CustomerIo",
        "com.acme.CustomerIo$Builder",
        "com.customer.io.Api",
        "com.customer.io.v1.Api",
        "com/customer/io/Api",
        "io.customerio.Api",
        "com.acme.customerio.Api",
        "com/acme/customer_io/X",
        "com.acme.customer_io.X",
        "com.Customer.IO.x.Y",
        "com.cucustomerio.X",
        "com.customercustomerio.X",
        "a.customer.io.CustomerIo",
        "com.acme.customer.customer.io.X",
        "com.acme.CustomerioCustomerio",
        "customer.io.X",
        "com.acme.Customer.IoCustomerIo",
      })
  void matches(String name) {
    assertThat(ClientClassName.matches(name)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        ".",
        "/",
        "com.acme.customer.IoThing",
        "com/acme/customer/IoThing",
        "com.acme.customer.io",
        "com.customer.Io",
        "com.acme.Customer",
        "com.acme.Customer$Io",
        "com.acme.CustomersIo",
        "com.acme.customer.Iota",
        "com.acme.custom.eri.oX1customeri",
        "customerI",
        "customer\u0131o",
        "com.\u0441ustomerio.X",
        "java.lang.String",
        "java.io.CustomerInput",
        "com.acme.customer.input.Output",
      })
  void doesNotMatch(String name) {
    assertThat(ClientClassName.matches(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.CustomerIoClient$$Lambda$14/0x0000000800",
        "com.acme.CustomerIoClient$$Lambda/0x0000000800",
        "com.sun.proxy.customerio.$Proxy12",
        "jdk/proxy2/$Proxy7",
        "com.acme.CustomerIoClient$$EnhancerBySpringCGLIB$$1a2b3c",
        "com.acme.CustomerIoClient$$EnhancerByGuice$$1",
        "com.acme.CustomerIoClient$$FastClassBySpringCGLIB$$1",
        "com.acme.CustomerIoClient$$SpringCGLIB$$0",
        "com/acme/CustomerIoClient$$SpringCGLIB$$0",
        "com.acme.CustomerIoClient$MockitoMock$123",
        "com.acme.CustomerIoClient$ByteBuddy$abc",
        "com.acme.CustomerIoClient$HibernateProxy$x",
        "com.acme.CustomerIoClient_$$_jvst1_0",
        "com.acme.CustomerIoClient$Proxy$_$$_WeldClientProxy",
        "com.acme.CustomerIoClient_ClientProxy",
        "com.acme.$CustomerIoClient$Definition$Intercepted",
        "com.acme.MockCustomerIoClient",
        "com.acme.CustomerIoClientMock",
        "com.acme.FakeCustomerIo",
        "com.acme.CustomerIoFake",
        "com.acme.StubCustomerIo",
        "com/acme/CustomerIoStub",
        "com.acme.CustomerIoClientTest",
        "com.acme.CustomerIoClientTest$Client",
        "com.acme.CustomerIoClientTest$1",
        "com.acme.CustomerIo$MockServer",
        "com.acme.CustomerIoTests",
        "com.acme.CustomerIoClientIT",
        "com.acme.CustomerIoClientSpec",
        "com.acme.CustomerIoTestCase",
        "com.acme.CustomerIoController",
        "com.acme.customerio.IT",
        "Mock",
      })
  void isExcluded(String name) {
    assertThat(ClientClassName.isExcluded(name)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "com.acme.CustomerIoClient",
        "com.acme.customerio.Client",
        "com.acme.mock.CustomerIoClient",
        "com.acme.Test.CustomerIoClient",
        "com.acme.CustomerIo$ProxyClient",
        "com.acme.CustomerIo$Proxy",
        "com.acme.CustomerIoAUDIT",
        "com.acme.CustomerIoTester",
        "com.acme.CustomerIoSpecial",
        "com.acme.CustomerIoControllers",
        "com.acme.CustomerIo$",
        "com.acme.CustomerIo$$",
      })
  void isNotExcluded(String name) {
    assertThat(ClientClassName.isExcluded(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.CustomerIo$$EnhancerBySpringCGLIB$$1, a generated proxy (by its name)",
    "com.sun.proxy.$Proxy12, a generated proxy (by its name)",
    "com.acme.FakeCustomerIo$Inner, a test double (by its name)",
    "com/acme/CustomerIoTest, a test (by its name)",
    "com.acme.CustomerIoIT, a test (by its name)",
    "com.acme.CustomerIoController, a web controller (by its name)",
    "com.acme.CustomerIoClient,",
    ",",
  })
  void exclusionReasons(String name, String reason) {
    assertThat(ClientClassName.exclusionReason(name)).isEqualTo(reason);
    assertThat(ClientClassName.isExcluded(name)).isEqualTo(reason != null);
  }
}
