package io.cioagent.testapp;

import io.cioagent.testapp.customerio.CustomerIoClient;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A handful of harmless calls to a real Customer.io account; never one of the failing cases. */
final class RealAccount {

  static final String TEST_PERSON = "customerio-agent-test-person";
  private static final int EVENTS = 3;
  private static final int TIMEOUT_MILLIS = 10_000;

  private final CustomerIoClient client;
  private final PrintStream out;
  private boolean allWorked = true;

  RealAccount(CustomerIoClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /** The account that the environment names, or null where it names none. */
  static RealAccount of(Map<String, String> environment, PrintStream out) {
    String siteId = environment.getOrDefault("CUSTOMERIO_SITE_ID", "");
    String apiKey = environment.getOrDefault("CUSTOMERIO_API_KEY", "");
    if (siteId.isEmpty() || apiKey.isEmpty()) {
      return null;
    }
    String appApiKey = environment.getOrDefault("CUSTOMERIO_APP_API_KEY", "");
    return new RealAccount(
        new CustomerIoClient(
            "https://" + RealNames.TRACK,
            "https://" + RealNames.APP,
            siteId,
            apiKey,
            appApiKey,
            TIMEOUT_MILLIS),
        out);
  }

  /** Returns whether every call worked. */
  boolean visit() {
    out.println(
        "CUSTOMERIO_SITE_ID and CUSTOMERIO_API_KEY are set: talking to the real Customer.io");
    out.println("at https://" + RealNames.TRACK + ", for the person " + TEST_PERSON + " only:");
    out.println(
        "one identify and " + EVENTS + " events, no e-mail, nothing that can fail on purpose.");
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("name", "Test person of the Customer.io agent for Java");
    attributes.put("customerio_agent_test", true);
    attempt("identify " + TEST_PERSON, () -> client.identify(TEST_PERSON, attributes));
    for (int i = 1; i <= EVENTS; i++) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("number", i);
      data.put("customerio_agent_test", true);
      attempt(
          "track customerio_agent_test " + i,
          () -> client.track(TEST_PERSON, "customerio_agent_test", data));
    }
    if (allWorked) {
      out.println(
          "Done. Your workspace now has this person; delete it there if you do not want it.");
    } else {
      out.println(
          "Not everything worked: are the keys right, and is the account in the US region?");
    }
    return allWorked;
  }

  private void attempt(String what, Runnable call) {
    try {
      call.run();
      out.println("  " + what + ": ok");
    } catch (RuntimeException e) {
      allWorked = false;
      out.println("  " + what + ": FAILED (" + e.getMessage() + "; the client does not say why)");
    }
  }
}
