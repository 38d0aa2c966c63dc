package io.cioagent.benchmarks.percall.library;

import java.net.InetSocketAddress;
import java.net.Socket;
import org.apache.http.HttpHost;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.EntityUtils;
import org.openjdk.jmh.annotations.Benchmark;

/** Apache HttpClient 4 without its wire. */
public class ApacheHttpClient4Benchmark extends LibraryBenchmark {

  private CloseableHttpClient client;

  @Benchmark
  public int apacheHttpClient4() throws Exception {
    return send();
  }

  @Override
  void open() {
    client =
        HttpClients.custom()
            .setConnectionManager(
                new PoolingHttpClientConnectionManager(
                    RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", new CannedSockets())
                        .build(),
                    CannedSocket::addressesOf))
            .build();
  }

  @Override
  int send(String url) throws Exception {
    try (CloseableHttpResponse response = client.execute(new HttpGet(url))) {
      EntityUtils.consume(response.getEntity());
      return response.getStatusLine().getStatusCode();
    }
  }

  @Override
  void close() throws Exception {
    client.close();
  }

  private static final class CannedSockets extends PlainConnectionSocketFactory {
    @Override
    public Socket createSocket(HttpContext context) {
      return CannedSocket.connected();
    }

    @Override
    public Socket connectSocket(
        int timeout,
        Socket socket,
        HttpHost host,
        InetSocketAddress remote,
        InetSocketAddress local,
        HttpContext context) {
      return socket;
    }
  }
}
