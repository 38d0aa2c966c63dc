package io.cioagent.instrumentation.nettyserver41;

import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Weaves where bytes become messages and messages bytes: in the first versions the server's codec
 * has no classes of its own, so it is their superclasses, which clients have too. What comes out
 * tells a server from a client. No handler is added: applications look at their pipelines.
 */
public final class NettyServerInstrumentation implements Instrumentation {
  private static final Pointcut DECODE =
      Pointcut.ofLibrary(ofThree("decode"), RequestAdvice.class, RequestAdapter.class);
  private static final Pointcut ENCODE =
      Pointcut.ofLibrary(ofThree("encode"), AnswerAdvice.class, AnswerAdapter.class);
  private static final List<Pointcut> DECODER = Collections.singletonList(DECODE);
  private static final List<Pointcut> ENCODER = Collections.singletonList(ENCODE);
  private static final List<Pointcut> CODEC = Arrays.asList(DECODE, ENCODE);

  public NettyServerInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getSimpleName()) {
      case "HttpObjectDecoder":
        return DECODER;
      case "HttpObjectEncoder":
        return ENCODER;
      default:
        return CODEC;
    }
  }

  private static ElementMatcher<MethodDescription> ofThree(String method) {
    return named(method).and(takesArguments(3)).and(not(isBridge()));
  }
}
