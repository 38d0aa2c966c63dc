package io.cioagent.instrumentation.apachehttpclient4;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.HttpClientCases;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.answer.StreamInstrumentation;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

class ApacheHttpClient4AdaptersTest extends HttpClientCases {

  @Override
  protected List<? extends Instrumentation> instrumentations(Observer observer) {
    return Arrays.asList(
        new ApacheHttpClient4Instrumentation(observer), new StreamInstrumentation(observer));
  }

  @Override
  protected String wovenClass() {
    return "org.apache.http.protocol.HttpRequestExecutor";
  }

  @Override
  protected int send(String method, URI uri, byte[] body) throws IOException {
    RequestBuilder request = RequestBuilder.create(method).setUri(uri);
    if (body != null) {
      request.setEntity(new ByteArrayEntity(body));
    }
    try (CloseableHttpClient client = HttpClients.createDefault();
        CloseableHttpResponse response = client.execute(request.build())) {
      EntityUtils.consume(response.getEntity());
      return response.getStatusLine().getStatusCode();
    }
  }
}
