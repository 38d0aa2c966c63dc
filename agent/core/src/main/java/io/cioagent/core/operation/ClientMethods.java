package io.cioagent.core.operation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The method names of Customer.io clients (contract, "Finding client classes"). */
public final class ClientMethods {
  /** Marks generic names in the table. */
  private static final char GENERIC_MARK = '?';

  private static final Map<String, ClientMethod> BY_NAME = table();

  private ClientMethods() {}

  /**
   * The meaning of a public instance method of that exact name; null if it has none or the name is
   * null.
   */
  public static @Nullable ClientMethod byName(String methodName) {
    return BY_NAME.get(methodName);
  }

  private static Map<String, ClientMethod> table() {
    Map<String, ClientMethod> table = new HashMap<>(128);
    String identify = Operation.IDENTIFY.name();
    add(table, identify, "identify", "identifyCustomer", "identifyUser", "updateCustomer");
    add(table, identify, "createOrUpdateCustomer", "addOrUpdateCustomer", "upsertCustomer");
    add(table, identify, "?updateUser");
    String track = Operation.TRACK.name();
    add(table, track, "track", "trackEvent", "sendEvent", "sendUserEvent", "postEvent");
    add(table, track, "trackCustomerEvent");
    add(table, "track_anonymous", "trackAnonymous", "trackAnonymousEvent");
    add(table, "page", "?page", "trackPageView", "pageView");
    add(table, "screen", "?screen");
    add(table, "delete", "?delete", "?destroy", "deleteCustomer", "?deleteUser");
    add(table, "suppress", "suppress", "suppressCustomer");
    add(table, "unsuppress", "unsuppress", "unsuppressCustomer");
    add(table, "add_device", "addDevice", "addOrUpdateDevice");
    add(table, "delete_device", "deleteDevice");
    add(table, "merge", "mergeCustomers");
    add(table, "send_email", "?sendEmail", "sendTransactionalEmail");
    add(table, "send_push", "?sendPush");
    add(table, "send_sms", "?sendSms", "?sendSMS");
    add(table, "trigger_broadcast", "triggerBroadcast");
    add(table, "group", "?group");
    add(table, "alias", "?alias");
    add(table, "batch", "?batch", "sendBatch");
    return table;
  }

  private static void add(
      Map<String, ClientMethod> table, String operationName, String... markedNames) {
    Operation operation = Operation.known(operationName);
    ClientMethod certain = new ClientMethod(operation, false);
    ClientMethod generic = new ClientMethod(operation, true);
    for (String name : markedNames) {
      if (name.charAt(0) == GENERIC_MARK) {
        table.put(name.substring(1), generic);
      } else {
        table.put(name, certain);
      }
    }
  }
}
