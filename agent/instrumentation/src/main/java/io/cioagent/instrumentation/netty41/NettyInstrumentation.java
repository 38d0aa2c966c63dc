package io.cioagent.instrumentation.netty41;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves the client codec of HTTP/1.1, the frame encoder and decoder of HTTP/2, and the few places
 * that tell why a connection ends. No handler is added: applications look at their pipelines.
 */
public final class NettyInstrumentation implements Instrumentation {
  private static final List<Pointcut> ENCODER =
      one("encode", 3, RequestAdvice.class, RequestAdapter.class);
  private static final List<Pointcut> DECODER =
      one("decode", 3, ResponseAdvice.class, ResponseAdapter.class);
  private static final List<Pointcut> HEAD =
      Arrays.asList(
          pointcut("close", 2, EndAdvice.class, CloseAdapter.class),
          pointcut("exceptionCaught", 2, FailureAdvice.class, FailureAdapter.class));
  private static final List<Pointcut> DUPLEX_HANDLER =
      one("exceptionCaught", 2, FailureAdvice.class, FailureAdapter.class);
  private static final List<Pointcut> READ_TIMEOUT =
      one("readTimedOut", 1, EndAdvice.class, ReadTimeoutAdapter.class);

  private static final List<Pointcut> HTTP2_ENCODER =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("writeHeaders0"), StreamRequestAdvice.class, StreamRequestAdapter.class));

  /** Both methods are one in the first versions: the short calls the long. */
  private static final List<Pointcut> HTTP2_ENCODER_OF_OLD =
      one("writeHeaders", 9, StreamRequestAdvice.class, StreamRequestAdapter.class);

  private static final List<Pointcut> HTTP2_DECODER =
      Arrays.asList(
          pointcut("onHeadersRead", 8, StreamHeadersAdvice.class, StreamHeadersAdapter.class),
          pointcut("onDataRead", 5, StreamDataAdvice.class, StreamDataAdapter.class),
          pointcut("onRstStreamRead", 3, StreamResetAdvice.class, StreamResetAdapter.class));
  private static final List<Pointcut> HTTP2_HANDLER =
      Collections.singletonList(
          Pointcut.ofLibrary(
              named("resetStream").and(takesArguments(4)).and(takesArgument(1, int.class)),
              StreamResetAdvice.class,
              StreamCancelAdapter.class));

  public NettyInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getSimpleName()) {
      case "Encoder":
        return ENCODER;
      case "Decoder":
        return DECODER;
      case "HeadContext":
        return HEAD;
      case "CombinedChannelDuplexHandler":
        return DUPLEX_HANDLER;
      case "ReadTimeoutHandler":
        return READ_TIMEOUT;
      case "DefaultHttp2ConnectionEncoder":
        return type.getDeclaredMethods().filter(named("writeHeaders0")).isEmpty()
            ? HTTP2_ENCODER_OF_OLD
            : HTTP2_ENCODER;
      case "Http2ConnectionHandler":
        return HTTP2_HANDLER;
      default:
        return HTTP2_DECODER;
    }
  }

  private static List<Pointcut> one(
      String method, int arguments, Class<?> advice, Class<? extends Adapter> adapter) {
    return Collections.singletonList(pointcut(method, arguments, advice, adapter));
  }

  private static Pointcut pointcut(
      String method, int arguments, Class<?> advice, Class<? extends Adapter> adapter) {
    return Pointcut.ofLibrary(named(method).and(takesArguments(arguments)), advice, adapter);
  }
}
