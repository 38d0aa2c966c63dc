package io.cioagent.it.apps;

import feign.Client;
import java.util.Collections;
import java.util.Map;

/** None: {@code java.net.http} came with Java 11. */
final class FeignJdkClients {

  static final Map<String, Client> BY_WAY = Collections.emptyMap();

  private FeignJdkClients() {}
}
