package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.HttpClientCases;
import io.cioagent.instrumentation.Instrumentation;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;

class ApacheHttpAsyncClient4AdaptersTest extends HttpClientCases {

  @Override
  protected List<? extends Instrumentation> instrumentations(Observer observer) {
    return Collections.singletonList(new ApacheHttpAsyncClient4Instrumentation(observer));
  }

  @Override
  protected String wovenClass() {
    return "org.apache.http.impl.nio.client.DefaultClientExchangeHandlerImpl";
  }

  @Override
  protected int send(String method, URI uri, byte[] body)
      throws IOException, InterruptedException, ExecutionException {
    RequestBuilder request = RequestBuilder.create(method).setUri(uri);
    if (body != null) {
      request.setEntity(new ByteArrayEntity(body));
    }
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      HttpResponse response = client.execute(request.build(), null).get();
      return response.getStatusLine().getStatusCode();
    }
  }
}
