package io.cioagent.instrumentation.netty41;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Ended;
import io.cioagent.instrumentation.nettyhandover.NettyHandoverInstrumentation;
import io.cioagent.instrumentation.reactornetty.ReactorNettyInstrumentation;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.netty.channel.AbortedException;

class NettyErrorsTest {

  static Stream<Arguments> exceptions() {
    return Stream.of(
        arguments(new ConnectTimeoutException("connection timed out"), "timeout"),
        arguments(ReadTimeoutException.INSTANCE, "timeout"),
        arguments(new DecoderException(new SSLHandshakeException("PKIX")), "tls"),
        arguments(new DecoderException("chunk too large"), "io"),
        arguments(new PrematureChannelClosureException(), "reset"),
        arguments(Http2Exception.connectionError(Http2Error.PROTOCOL_ERROR, "bad"), "io"),
        arguments(Http2Exception.streamError(3, Http2Error.CANCEL, "stream"), "reset"),
        arguments(AbortedException.beforeSend(), "reset"));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void errorTypeOfException(Throwable error, String expected) {
    Ended ended = new Ended();
    Observer observer = Ended.observer(ended);
    new NettyHandoverInstrumentation(observer);
    new ReactorNettyInstrumentation(observer);
    Exchange exchange = observer.startExchange();
    exchange.attempt("PUT", "https", "track.customer.io", 443, "/api/v1/customers/5");
    exchange.end(0, error);
    assertThat(ended.calls.get(0).errorType()).isEqualTo(expected);
  }
}
