package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.HttpClientCases;
import io.cioagent.instrumentation.Instrumentation;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

class OkHttpAdaptersTest extends HttpClientCases {
  private final OkHttpClient client = new OkHttpClient();

  @Override
  protected List<? extends Instrumentation> instrumentations(Observer observer) {
    return Collections.singletonList(new OkHttpInstrumentation(observer));
  }

  @Override
  protected String wovenClass() {
    return "okhttp3.internal.http.CallServerInterceptor";
  }

  @Override
  protected int send(String method, URI uri, byte[] body) throws IOException {
    RequestBody content = body == null ? null : RequestBody.create(null, body);
    Request request = new Request.Builder().url(uri.toString()).method(method, content).build();
    try (Response response = client.newCall(request).execute()) {
      response.body().bytes();
      return response.code();
    }
  }
}
