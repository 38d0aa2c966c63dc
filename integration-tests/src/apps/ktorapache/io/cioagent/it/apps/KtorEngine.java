package io.cioagent.it.apps;

import io.ktor.client.engine.HttpClientEngineFactory;
import io.ktor.client.engine.apache.Apache;

/** Apache HttpAsyncClient 4. */
final class KtorEngine {

  static final HttpClientEngineFactory<?> FACTORY = Apache.INSTANCE;

  static final String[] WAYS = {"sync", "async", "block", "streamed", "reused", "proxy", "start"};

  private KtorEngine() {}
}
