package io.cioagent.it.apps.crm;

import io.cioagent.it.apps.Wire;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Known to be a Customer.io client only because somebody said so. */
public class Crm {

  private final String base;

  public Crm(String base) {
    this.base = base;
  }

  public int upsert(String id, Map<String, Object> data) throws IOException {
    return Wire.call("PUT", base + "/api/v1/customers/" + id) + data.size() * 0;
  }

  public CompletableFuture<String> fire(String id, String event) {
    return CompletableFuture.completedFuture(id + event);
  }

  /** Not named in the setting, and nothing else finds it. */
  public String identify(String id) {
    return "unseen " + id;
  }

  /** Named in the setting without an operation: it is its own. */
  public String sendEmail(String to) {
    return "queued for " + to.length();
  }

  /** Nested classes are named with a dollar sign. */
  public static class Mailer {
    public String sendMail(String to) {
      return "queued for " + to.length();
    }
  }
}
