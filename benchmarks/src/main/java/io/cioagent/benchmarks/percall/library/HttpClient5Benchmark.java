package io.cioagent.benchmarks.percall.library;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.openjdk.jmh.annotations.Benchmark;

/** Apache HttpClient 5, classic, without its wire. */
public class HttpClient5Benchmark extends LibraryBenchmark {

  private CloseableHttpClient client;

  @Benchmark
  public int httpClient5() throws Exception {
    return send();
  }

  @Override
  void open() {
    client =
        HttpClients.custom()
            .setConnectionManager(
                new PoolingHttpClientConnectionManager(
                    new DefaultHttpClientConnectionOperator(
                        proxy -> CannedSocket.connected(), null, new AnyHost(), name -> null),
                    PoolConcurrencyPolicy.STRICT,
                    PoolReusePolicy.LIFO,
                    TimeValue.NEG_ONE_MILLISECOND,
                    null))
            .build();
  }

  @Override
  int send(String url) throws Exception {
    return client.execute(
        new HttpGet(url),
        response -> {
          EntityUtils.consume(response.getEntity());
          return response.getCode();
        });
  }

  @Override
  void close() throws Exception {
    client.close();
  }

  private static final class AnyHost implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return CannedSocket.addressesOf(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
