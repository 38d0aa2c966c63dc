package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.HttpClientCases;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.answer.StreamInstrumentation;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

class ClassicAdaptersTest extends HttpClientCases {

  @Override
  protected List<? extends Instrumentation> instrumentations(Observer observer) {
    return Arrays.asList(
        new HttpClient5Instrumentation(observer), new StreamInstrumentation(observer));
  }

  @Override
  protected String wovenClass() {
    return "org.apache.hc.client5.http.impl.classic.InternalExecRuntime";
  }

  @Override
  protected int send(String method, URI uri, byte[] body) throws IOException {
    HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
    if (body != null) {
      request.setEntity(new ByteArrayEntity(body, null));
    }
    try (CloseableHttpClient client = HttpClients.custom().disableAutomaticRetries().build();
        CloseableHttpResponse response = client.execute(request)) {
      EntityUtils.consume(response.getEntity());
      return response.getCode();
    }
  }
}
