package com.example.shop;

import java.util.Map;

/** The same as {@link CustomerIoClient} under a name that means nothing to the agent. */
public class PlainClient {

  public void identify(String userId, Map<String, Object> attributes) {}
}
