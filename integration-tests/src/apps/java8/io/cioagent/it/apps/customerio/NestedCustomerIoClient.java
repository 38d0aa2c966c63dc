package io.cioagent.it.apps.customerio;

import io.cioagent.it.apps.Wire;
import java.io.IOException;
import java.util.Collections;

/** Client methods that call client methods; each call from outside is one operation. */
public class NestedCustomerIoClient extends CustomerIoClient implements Tracker<Integer> {

  private final String base;

  public NestedCustomerIoClient(String base) {
    super(base);
    this.base = base;
  }

  /** Same name, through the superclass. */
  @Override
  public int updateCustomer(String id, int attempts) throws IOException {
    return super.updateCustomer(id, attempts);
  }

  /** Another operation's methods beneath: two exchanges, the outermost name. */
  @Override
  public Integer trackEvent(String id) throws IOException {
    identify(id, Collections.emptyMap());
    return track(id, "ordered", Collections.emptyMap()) ? 200 : 500;
  }

  /** The inner call fails and is mended by a direct one. */
  public int identifyCustomer(String id) throws IOException {
    try {
      identify(id, Collections.emptyMap());
    } catch (IllegalStateException refused) {
      return Wire.call("PUT", base + "/api/v1/customers/" + id);
    }
    return 200;
  }
}
