package io.cioagent.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMethodsTest {
  @ParameterizedTest
  @CsvSource({
    "identify,          identify identifyCustomer identifyUser updateCustomer",
    "identify,          createOrUpdateCustomer addOrUpdateCustomer upsertCustomer",
    "track,             track trackEvent sendEvent sendUserEvent postEvent trackCustomerEvent",
    "track_anonymous,   trackAnonymous trackAnonymousEvent",
    "page,              trackPageView pageView",
    "delete,            deleteCustomer",
    "suppress,          suppress suppressCustomer",
    "unsuppress,        unsuppress unsuppressCustomer",
    "add_device,        addDevice addOrUpdateDevice",
    "delete_device,     deleteDevice",
    "merge,             mergeCustomers",
    "send_email,        sendTransactionalEmail",
    "trigger_broadcast, triggerBroadcast",
    "batch,             sendBatch",
  })
  void certainNames(String operation, String methods) {
    assertTable(operation, methods, false);
  }

  @ParameterizedTest
  @CsvSource({
    "identify,   updateUser",
    "page,       page",
    "screen,     screen",
    "delete,     delete destroy deleteUser",
    "send_email, sendEmail",
    "send_push,  sendPush",
    "send_sms,   sendSms sendSMS",
    "group,      group",
    "alias,      alias",
    "batch,      batch",
  })
  void genericNames(String operation, String methods) {
    assertTable(operation, methods, true);
  }

  private static void assertTable(String operation, String methods, boolean generic) {
    for (String method : methods.split(" ", -1)) {
      ClientMethod found = ClientMethods.byName(method);
      assertThat(found.operation()).isNotNull().isSameAs(Operation.named(operation));
      assertThat(found.generic()).isEqualTo(generic);
    }
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"Identify", "send", "toString", "identify_customer", "other"})
  void otherNamesHaveNoOperation(String method) {
    assertThat(ClientMethods.byName(method)).isNull();
  }
}
