package io.cioagent.benchmarks.percall.library;

import java.net.InetAddress;
import java.net.Socket;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.MultiThreadedHttpConnectionManager;
import org.apache.commons.httpclient.methods.GetMethod;
import org.apache.commons.httpclient.params.HttpConnectionParams;
import org.apache.commons.httpclient.protocol.Protocol;
import org.apache.commons.httpclient.protocol.ProtocolSocketFactory;
import org.openjdk.jmh.annotations.Benchmark;

/** Commons HttpClient 3 without its wire. */
public class CommonsHttpClient3Benchmark extends LibraryBenchmark {

  private HttpClient client;

  @Benchmark
  public int commonsHttpClient3() throws Exception {
    return send();
  }

  @Override
  void open() {
    Protocol.registerProtocol("http", new Protocol("http", new CannedSockets(), 80));
    client = new HttpClient(new MultiThreadedHttpConnectionManager());
  }

  @Override
  int send(String url) throws Exception {
    GetMethod method = new GetMethod(url);
    try {
      int status = client.executeMethod(method);
      method.getResponseBody();
      return status;
    } finally {
      method.releaseConnection();
    }
  }

  @Override
  void close() {
    ((MultiThreadedHttpConnectionManager) client.getHttpConnectionManager()).shutdown();
    Protocol.unregisterProtocol("http");
  }

  private static final class CannedSockets implements ProtocolSocketFactory {
    @Override
    public Socket createSocket(String host, int port) {
      return CannedSocket.connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      return CannedSocket.connected();
    }

    @Override
    public Socket createSocket(
        String host, int port, InetAddress local, int localPort, HttpConnectionParams params) {
      return CannedSocket.connected();
    }
  }
}
