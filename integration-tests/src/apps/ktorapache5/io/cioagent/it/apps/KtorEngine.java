package io.cioagent.it.apps;

import io.ktor.client.engine.HttpClientEngineFactory;
import io.ktor.client.engine.apache5.Apache5;

/** Apache HttpClient 5. */
final class KtorEngine {

  static final HttpClientEngineFactory<?> FACTORY = Apache5.INSTANCE;

  static final String[] WAYS = {"sync", "async", "block", "streamed", "reused", "proxy", "start"};

  private KtorEngine() {}
}
