package io.cioagent.it.apps;

import io.cioagent.it.apps.customerio.CustomerIoClient;
import java.util.Collections;
import java.util.Map;
import org.mockito.Mockito;

/** Test doubles of a client, as the tests of an application make them. */
public final class MockUses {

  private static final Map<String, Object> NONE = Collections.emptyMap();

  private final CustomerIoClient client;
  private final CustomerIoClient mock = Mockito.mock(CustomerIoClient.class);
  private final CustomerIoClient spy;

  public MockUses(String base) {
    client = new CustomerIoClient(base);
    spy = Mockito.spy(client);
  }

  public String unstubbed() {
    mock.identify("5", NONE);
    return "" + mock.track("5", "bought", NONE);
  }

  public String stubbed() {
    Mockito.when(mock.track("6", "sold", NONE)).thenReturn(true);
    return "" + mock.track("6", "sold", NONE);
  }

  public String verified() {
    mock.identify("7", NONE);
    Mockito.verify(mock).identify("7", NONE);
    return "verified";
  }

  public String stubbedSpy() {
    Mockito.doReturn(true).when(spy).track("8", "paid", NONE);
    return "" + spy.track("8", "paid", NONE);
  }

  /** Runs the real method. */
  public String spied() {
    spy.identify("9", NONE);
    return "sent";
  }

  public String real() {
    client.identify("10", NONE);
    return "sent";
  }
}
