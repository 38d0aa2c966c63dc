package io.cioagent.it.apps;

import feign.Client;
import feign.http2client.Http2Client;
import java.net.http.HttpClient;
import java.util.Collections;
import java.util.Map;

/** Feign's clients that need what Java 11 brought, by the way that asks for them. */
final class FeignJdkClients {

  static final Map<String, Client> BY_WAY =
      Collections.singletonMap(
          "jdk",
          new Http2Client(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()));

  private FeignJdkClients() {}
}
