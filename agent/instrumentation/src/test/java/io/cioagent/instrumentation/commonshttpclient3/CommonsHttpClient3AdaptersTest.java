package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.HttpClientCases;
import io.cioagent.instrumentation.Instrumentation;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.HttpMethod;
import org.apache.commons.httpclient.methods.ByteArrayRequestEntity;
import org.apache.commons.httpclient.methods.DeleteMethod;
import org.apache.commons.httpclient.methods.GetMethod;
import org.apache.commons.httpclient.methods.PutMethod;

class CommonsHttpClient3AdaptersTest extends HttpClientCases {
  private final HttpClient client = new HttpClient();

  @Override
  protected List<? extends Instrumentation> instrumentations(Observer observer) {
    return Collections.singletonList(new CommonsHttpClient3Instrumentation(observer));
  }

  @Override
  protected String wovenClass() {
    return "org.apache.commons.httpclient.HttpMethodDirector";
  }

  @Override
  protected int send(String method, URI uri, byte[] body) throws IOException {
    HttpMethod request = request(method, uri.toString(), body);
    try {
      int status = client.executeMethod(request);
      request.getResponseBody();
      return status;
    } finally {
      request.releaseConnection();
    }
  }

  private static HttpMethod request(String method, String uri, byte[] body) {
    switch (method) {
      case "PUT":
        PutMethod put = new PutMethod(uri);
        put.setRequestEntity(new ByteArrayRequestEntity(body));
        return put;
      case "DELETE":
        return new DeleteMethod(uri);
      default:
        return new GetMethod(uri);
    }
  }
}
