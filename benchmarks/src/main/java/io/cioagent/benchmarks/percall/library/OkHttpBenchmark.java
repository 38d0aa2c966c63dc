package io.cioagent.benchmarks.percall.library;

import io.cioagent.benchmarks.percall.wrapper.SdkWrapper;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;

/** OkHttp without its wire. */
public class OkHttpBenchmark extends LibraryBenchmark {

  private OkHttpClient client;

  @Benchmark
  public int okHttp() throws Exception {
    return send();
  }

  @Override
  void open() {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dns(host -> Arrays.asList(CannedSocket.addressesOf(host)))
            .socketFactory(new CannedSockets())
            .connectTimeout(0, TimeUnit.SECONDS)
            .readTimeout(0, TimeUnit.SECONDS)
            .writeTimeout(0, TimeUnit.SECONDS);
    client = SdkWrapper.isWanted() ? SdkWrapper.wrap(builder).build() : builder.build();
  }

  @Override
  int send(String url) throws Exception {
    Request request = new Request.Builder().url(url).build();
    try (Response response = client.newCall(request).execute()) {
      response.body().bytes();
      return response.code();
    }
  }

  @Override
  void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private static final class CannedSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new CannedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
      return CannedSocket.connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      return CannedSocket.connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      return CannedSocket.connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      return CannedSocket.connected();
    }
  }
}
