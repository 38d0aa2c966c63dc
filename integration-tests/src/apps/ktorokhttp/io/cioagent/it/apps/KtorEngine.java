package io.cioagent.it.apps;

import io.ktor.client.engine.HttpClientEngineFactory;
import io.ktor.client.engine.okhttp.OkHttp;

/** OkHttp. */
final class KtorEngine {

  static final HttpClientEngineFactory<?> FACTORY = OkHttp.INSTANCE;

  static final String[] WAYS = {"sync", "async", "block", "streamed", "reused", "proxy", "start"};

  private KtorEngine() {}
}
