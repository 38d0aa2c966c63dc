package com.example.shop;

import java.util.Map;

/** A client the agent finds by its name; its methods do nothing, so only the agent costs. */
public class CustomerIoClient {

  public void identify(String userId, Map<String, Object> attributes) {}
}
