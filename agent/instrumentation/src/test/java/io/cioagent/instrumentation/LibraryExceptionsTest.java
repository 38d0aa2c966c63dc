package io.cioagent.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import io.cioagent.instrumentation.apachehttpasyncclient4.ApacheHttpAsyncClient4Instrumentation;
import io.cioagent.instrumentation.apachehttpclient4.ApacheHttpClient4Instrumentation;
import io.cioagent.instrumentation.asynchttpclient.AsyncHttpClientInstrumentation;
import io.cioagent.instrumentation.commonshttpclient3.CommonsHttpClient3Instrumentation;
import io.cioagent.instrumentation.jettyclient.JettyClientInstrumentation;
import io.cioagent.instrumentation.joddhttp.JoddHttpInstrumentation;
import io.cioagent.instrumentation.kotlincoroutines.KotlinCoroutinesInstrumentation;
import io.cioagent.instrumentation.ktorcio.KtorCioInstrumentation;
import io.cioagent.instrumentation.nettyhandover.NettyHandoverInstrumentation;
import io.cioagent.instrumentation.okhttp.OkHttpInstrumentation;
import io.cioagent.instrumentation.vertxclient.VertxClientInstrumentation;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each instrumentation classifies the exceptions of its library. */
class LibraryExceptionsTest {

  @BeforeAll
  static void registerExceptions() {
    Observer observer = new Recorder().observer();
    new ApacheHttpAsyncClient4Instrumentation(observer);
    new ApacheHttpClient4Instrumentation(observer);
    new AsyncHttpClientInstrumentation(observer);
    new CommonsHttpClient3Instrumentation(observer);
    new JettyClientInstrumentation(observer);
    new JoddHttpInstrumentation(observer);
    new KotlinCoroutinesInstrumentation(observer);
    new KtorCioInstrumentation(observer);
    new NettyHandoverInstrumentation(observer);
    new OkHttpInstrumentation(observer);
    new VertxClientInstrumentation(observer);
  }

  /** Classes of the same names and superclasses as those of the library. */
  @ParameterizedTest
  @CsvSource({
    "org.apache.http.NoHttpResponseException, java.io.IOException, reset",
    "org.apache.http.ConnectionClosedException, java.io.IOException, reset",
    "org.apache.http.TruncatedChunkException, java.io.IOException, reset",
    "org.apache.http.impl.execchain.RequestAbortedException,"
        + " java.io.InterruptedIOException, cancelled",
    "org.apache.commons.httpclient.NoHttpResponseException, java.io.IOException, reset",
    "org.asynchttpclient.exception.RemotelyClosedException, java.io.IOException, reset",
    "org.asynchttpclient.exception.ChannelClosedException, java.io.IOException, reset",
    "org.eclipse.jetty.client.HttpResponseException, java.lang.RuntimeException, io",
    "org.eclipse.jetty.client.HttpRequestException, java.lang.RuntimeException, io",
    "org.eclipse.jetty.http.BadMessageException, java.lang.RuntimeException, io",
    "com.example.shop.HttpResponseException, java.lang.RuntimeException, unknown",
    "io.netty.channel.ConnectTimeoutException, java.net.ConnectException, timeout",
    "io.netty.handler.ssl.SslHandshakeTimeoutException,"
        + " javax.net.ssl.SSLHandshakeException, timeout",
    "io.netty.resolver.dns.DnsNameResolverException, java.lang.RuntimeException, dns",
    "io.netty.channel.unix.Errors$NativeIoException, java.io.IOException, reset",
    "okhttp3.internal.http2.StreamResetException, java.io.IOException, reset",
    "okhttp3.internal.http2.ConnectionShutdownException, java.io.IOException, reset",
    "io.vertx.core.http.HttpClosedException, java.lang.RuntimeException, reset",
    "io.vertx.core.http.StreamResetException, java.lang.RuntimeException, reset",
    "io.ktor.client.plugins.HttpRequestTimeoutException, java.io.IOException, timeout",
    "io.ktor.client.network.sockets.ConnectTimeoutException, java.net.ConnectException, timeout",
    "io.ktor.client.engine.cio.FailToConnectException, java.lang.Exception, connect",
    "io.ktor.network.tls.TLSException, java.io.IOException, tls",
    "com.example.shop.Untrusted, java.security.cert.CertificateException, tls",
    "com.example.shop.NoPath, java.security.cert.CertPathBuilderException, tls",
    "io.ktor.utils.io.ClosedByteChannelException, java.io.IOException, reset",
    "io.ktor.http.cio.ParserException, java.lang.IllegalStateException, io",
    "jodd.http.HttpException, java.lang.RuntimeException, io",
    "kotlinx.coroutines.TimeoutCancellationException,"
        + " java.util.concurrent.CancellationException, timeout",
  })
  void errorTypeOfLibraryException(String name, Class<?> superclass, String expected)
      throws ReflectiveOperationException {
    Class<?> type = subclass(superclass, name);
    Throwable error = newThrowable(type);
    assertThat(errorType(error)).isEqualTo(expected);
    assertThat(errorType(new ExecutionException(error))).isEqualTo(expected);
    assertThat(errorType(newThrowable(subclass(type, "com.example.Sub")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "java.io.IOException, Canceled, cancelled",
    "java.io.InterruptedIOException, interrupted, cancelled",
    "java.io.InterruptedIOException, thread interrupted, cancelled",
    "java.io.InterruptedIOException, executor rejected, cancelled",
    "java.io.InterruptedIOException, Connection has been shut down, cancelled",
    "java.io.InterruptedIOException, timeout, timeout",
    "java.net.ProtocolException, unexpected end of stream, reset",
    "java.net.ProtocolException, Too many follow-up requests: 21, io",
  })
  void errorTypeOfStandardExceptionWithMessage(Class<?> type, String message, String expected)
      throws ReflectiveOperationException {
    Throwable error = (Throwable) type.getConstructor(String.class).newInstance(message);
    assertThat(errorType(error)).isEqualTo(expected);
  }

  private static String errorType(Throwable error) {
    Recorder recorder = new Recorder();
    Exchange exchange = recorder.observer().startExchange();
    exchange.attempt("PUT", "https", "track.customer.io", -1, "/api/v1/customers/1");
    exchange.end(0, error);
    return recorder.endedCalls.get(0).errorType();
  }

  private static Class<?> subclass(Class<?> superclass, String name) {
    return new ByteBuddy()
        .subclass(superclass, ConstructorStrategy.Default.IMITATE_SUPER_CLASS_OPENING)
        .name(name)
        .make()
        .load(superclass.getClassLoader())
        .getLoaded();
  }

  private static Throwable newThrowable(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> shortest =
        Arrays.stream(type.getConstructors())
            .min(Comparator.comparing(Constructor::getParameterCount))
            .get();
    return (Throwable) shortest.newInstance(new Object[shortest.getParameterCount()]);
  }
}
