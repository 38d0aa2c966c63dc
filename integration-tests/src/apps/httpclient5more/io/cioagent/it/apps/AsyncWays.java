package io.cioagent.it.apps;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.StreamChannel;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Of the asynchronous clients. */
final class AsyncWays {

  private static final long PATIENCE_MILLIS = 300;

  String send(String way, Outgoing request, HttpHost proxy) throws Exception {
    try (CloseableHttpAsyncClient client = client(way, proxy)) {
      client.start();
      return send(way, request, proxy, client);
    }
  }

  private static CloseableHttpAsyncClient client(String way, HttpHost proxy) {
    switch (way) {
      case "retry":
        return HttpAsyncClients.custom()
            .setRetryStrategy(new DefaultHttpRequestRetryStrategy(1, TimeValue.ofMilliseconds(10)))
            .build();
      case "auth":
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(
            new AuthScope(null, -1), new UsernamePasswordCredentials("site", "key".toCharArray()));
        return HttpAsyncClients.custom().setDefaultCredentialsProvider(credentials).build();
      case "tunnel":
      case "refused":
        return HttpAsyncClients.custom()
            .setRoutePlanner(
                (target, context) ->
                    new HttpRoute(
                        target,
                        null,
                        proxy,
                        false,
                        RouteInfo.TunnelType.TUNNELLED,
                        RouteInfo.LayerType.PLAIN))
            .build();
      case "pool":
        PoolingAsyncClientConnectionManager pool = new PoolingAsyncClientConnectionManager();
        pool.setMaxTotal(1);
        return HttpAsyncClients.custom()
            .setConnectionManager(pool)
            .disableAutomaticRetries()
            .build();
      case "h2":
      case "h2-timeout":
      case "h2-cancel":
        return HttpAsyncClients.customHttp2().disableAutomaticRetries().build();
      case "h2-minimal":
        return HttpAsyncClients.createHttp2Minimal();
      case "minimal-cancel":
      case "minimal-timeout":
        return HttpAsyncClients.createMinimal();
      default:
        return HttpAsyncClients.custom().disableAutomaticRetries().build();
    }
  }

  private static String send(
      String way, Outgoing request, HttpHost proxy, CloseableHttpAsyncClient client)
      throws Exception {
    SimpleHttpRequest built = built(request);
    switch (way) {
      case "gateway":
        return code(
            client.execute(
                proxy,
                SimpleRequestProducer.create(built),
                SimpleResponseConsumer.create(),
                null,
                null,
                null));
      case "pool":
        // Cancelled while it still connects, the first one may keep its place for good.
        CountDownLatch written = new CountDownLatch(1);
        Future<SimpleHttpResponse> first =
            client.execute(
                new BasicRequestProducer(built, new Body(request, written)),
                SimpleResponseConsumer.create(),
                null);
        written.await(10, TimeUnit.SECONDS);
        SimpleHttpRequest second = built(request);
        second.setConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.ofMilliseconds(PATIENCE_MILLIS))
                .build());
        Future<SimpleHttpResponse> waiting = client.execute(second, null);
        try {
          return code(waiting, 2 * PATIENCE_MILLIS);
        } catch (TimeoutException e) {
          // The pool looks at the time only when a connection comes back to it; a client that is
          // closed before tells nobody.
          first.cancel(true);
          return code(waiting);
        } finally {
          first.cancel(true);
        }
      case "consumer-throws":
        return "" + got(client.execute(SimpleRequestProducer.create(built), new Throwing(), null));
      case "callback-throws":
        return calledBack(client, built);
      case "cancel":
      case "h2-cancel":
      case "minimal-cancel":
        return cancelled(client.execute(built, null));
      case "h2-timeout":
      case "minimal-timeout":
        built.setConfig(
            RequestConfig.custom()
                .setResponseTimeout(Timeout.ofMilliseconds(PATIENCE_MILLIS))
                .build());
        return code(client.execute(built, null));
      default:
        return code(client.execute(built, null));
    }
  }

  /** A moment later, so that most requests are on their way by then, and some not. */
  private static String cancelled(Future<SimpleHttpResponse> future) throws Exception {
    try {
      return code(future, PATIENCE_MILLIS);
    } catch (TimeoutException late) {
      return "cancelled " + future.cancel(true);
    }
  }

  private static String calledBack(CloseableHttpAsyncClient client, SimpleHttpRequest request)
      throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    Future<SimpleHttpResponse> future =
        client.execute(
            request,
            new FutureCallback<SimpleHttpResponse>() {
              @Override
              public void completed(SimpleHttpResponse response) {
                called.countDown();
                throw new IllegalStateException("callback");
              }

              @Override
              public void failed(Exception failure) {
                called.countDown();
              }

              @Override
              public void cancelled() {
                called.countDown();
              }
            });
    called.await(10, TimeUnit.SECONDS);
    return code(future);
  }

  private static SimpleHttpRequest built(Outgoing request) {
    SimpleHttpRequest built = new SimpleHttpRequest(request.method(), request.uri());
    if (request.hasBody()) {
      built.setBody(request.body(), ContentType.APPLICATION_JSON);
    }
    return built;
  }

  private static String code(Future<SimpleHttpResponse> future) throws Exception {
    return code(future, 10_000);
  }

  private static String code(Future<SimpleHttpResponse> future, long millis) throws Exception {
    SimpleHttpResponse response = got(future, millis);
    return response.getCode() + " " + response.getVersion();
  }

  private static <T> T got(Future<T> future) throws Exception {
    return got(future, 10_000);
  }

  private static <T> T got(Future<T> future, long millis) throws Exception {
    try {
      return future.get(millis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception) {
        throw (Exception) e.getCause();
      }
      throw e;
    } catch (CancellationException e) {
      throw new IllegalStateException("cancelled", e);
    }
  }

  /** Knows when it has been written. */
  private static final class Body extends StringAsyncEntityProducer {
    private final CountDownLatch written;

    Body(Outgoing request, CountDownLatch written) {
      super(request.body(), ContentType.APPLICATION_JSON);
      this.written = written;
    }

    @Override
    protected void produceData(StreamChannel<CharBuffer> channel) throws IOException {
      super.produceData(channel);
      written.countDown();
    }
  }

  /** An application's consumer that cannot digest what it gets. */
  private static final class Throwing extends AbstractBinResponseConsumer<String> {
    @Override
    protected void start(HttpResponse response, ContentType type) {}

    @Override
    protected int capacityIncrement() {
      return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer data, boolean end) throws IOException {
      throw new IOException("consumer");
    }

    @Override
    protected String buildResult() {
      return "none";
    }

    @Override
    public void releaseResources() {}
  }
}
