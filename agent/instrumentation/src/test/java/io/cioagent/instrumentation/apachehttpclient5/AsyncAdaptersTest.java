package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.HttpClientCases;
import io.cioagent.instrumentation.Instrumentation;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http.ContentType;

class AsyncAdaptersTest extends HttpClientCases {

  @Override
  protected List<? extends Instrumentation> instrumentations(Observer observer) {
    return Collections.singletonList(new HttpClient5Instrumentation(observer));
  }

  @Override
  protected String wovenClass() {
    return "org.apache.hc.client5.http.impl.async.HttpAsyncMainClientExec$1";
  }

  @Override
  protected int send(String method, URI uri, byte[] body)
      throws IOException, InterruptedException, ExecutionException {
    SimpleHttpRequest request = new SimpleHttpRequest(method, uri);
    if (body != null) {
      request.setBody(body, ContentType.APPLICATION_JSON);
    }
    try (CloseableHttpAsyncClient client =
        HttpAsyncClients.custom().disableAutomaticRetries().build()) {
      client.start();
      return client.execute(request, null).get().getCode();
    }
  }
}
