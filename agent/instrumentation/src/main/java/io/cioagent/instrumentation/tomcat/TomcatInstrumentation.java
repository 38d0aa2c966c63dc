package io.cioagent.instrumentation.tomcat;

import static io.cioagent.instrumentation.Signature.method;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.Signature;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves the one door from Coyote to the servlets, which a request passes once, and once more for
 * whatever it is told asynchronously; and Coyote's request, whose body all ways of reading come to,
 * parameters and parts too.
 */
public final class TomcatInstrumentation implements Instrumentation {
  private static final String COYOTE_REQUEST = "org.apache.coyote.Request";
  private static final String COYOTE_RESPONSE = "org.apache.coyote.Response";

  private static final Signature SERVICE = method("service", COYOTE_REQUEST, COYOTE_RESPONSE);

  private static final Signature ASYNC_DISPATCH =
      method(
          "asyncDispatch",
          COYOTE_REQUEST,
          COYOTE_RESPONSE,
          "org.apache.tomcat.util.net.SocketEvent");

  private static final List<Pointcut> DOOR =
      Arrays.asList(
          Pointcut.ofLibrary(SERVICE, DoorAdvice.class, ServiceAdapter.class),
          Pointcut.ofLibrary(ASYNC_DISPATCH, DispatchAdvice.class, DispatchAdapter.class),
          Pointcut.ofLibrary(SERVICE.or(ASYNC_DISPATCH), LeftAdvice.class, LeftAdapter.class));

  private static final List<Pointcut> REQUEST =
      Arrays.asList(
          Pointcut.ofLibrary(
              // Of the first 8.5 the one, of later ones both, since 9.0 the other.
              method("doRead", "org.apache.tomcat.util.buf.ByteChunk")
                  .or(method("doRead", "org.apache.tomcat.util.net.ApplicationBufferHandler")),
              ReadAdvice.class,
              ReadAdapter.class),
          Pointcut.ofLibrary(
              named("recycle").and(takesArguments(0)), RecycleAdvice.class, RecycleAdapter.class));

  public TomcatInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    switch (type.getName()) {
      case "org.apache.catalina.connector.CoyoteAdapter":
        return isOfGrizzly(type) ? Collections.emptyList() : DOOR;
      case COYOTE_REQUEST:
        return REQUEST;
      default:
        return Collections.emptyList();
    }
  }

  /** The door of GlassFish and Payara, which serve by Grizzly and have no Coyote behind it. */
  private static boolean isOfGrizzly(TypeDescription type) {
    TypeDefinition superClass = type.getSuperClass();
    return superClass != null && superClass.getTypeName().contains(".grizzly.");
  }
}
