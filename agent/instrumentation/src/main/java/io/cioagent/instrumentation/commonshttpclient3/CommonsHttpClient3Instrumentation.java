package io.cioagent.instrumentation.commonshttpclient3;

import static io.cioagent.instrumentation.Signature.method;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves the director, which knows the host also where the URI is relative and tells what the
 * application asked and got, and the base of all methods, which tells each exchange on the wire:
 * the director follows redirects, answers challenges and tries again on its own. And the stream by
 * which the application reads an answer.
 */
public final class CommonsHttpClient3Instrumentation implements Instrumentation {
  private static final List<Pointcut> DIRECTOR =
      Collections.singletonList(
          Pointcut.ofLibrary(
              method("executeMethod", "org.apache.commons.httpclient.HttpMethod"),
              RequestAdvice.class,
              RequestAdapter.class));

  private static final List<Pointcut> METHOD =
      Collections.singletonList(
          Pointcut.ofLibrary(
              method(
                  "execute",
                  "org.apache.commons.httpclient.HttpState",
                  "org.apache.commons.httpclient.HttpConnection"),
              WireAdvice.class,
              WireAdapter.class));

  /** Around whatever tells where the body ends. */
  private static final List<Pointcut> STREAM =
      Arrays.asList(
          Pointcut.ofLibrary(
              method("read", "byte[]", "int", "int"), ReadAdvice.class, ReadAdapter.class),
          Pointcut.ofLibrary(
              named("read").and(takesNoArguments()), ReadOneAdvice.class, ReadOneAdapter.class),
          Pointcut.ofLibrary(
              named("close").and(takesNoArguments()), CloseAdvice.class, CloseAdapter.class));

  public CommonsHttpClient3Instrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getSimpleName()) {
      case "HttpMethodDirector":
        return DIRECTOR;
      case "AutoCloseInputStream":
        return STREAM;
      default:
        return METHOD;
    }
  }
}
