package io.cioagent.instrumentation.nettyhandover;

import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.asynchttpclient.AsyncHttpClientAdapters;
import io.cioagent.instrumentation.netty41.NettyAdapters;
import io.cioagent.instrumentation.nettyhandover.HandoverAdapters.Acquire;
import io.cioagent.instrumentation.nettyhandover.HandoverAdapters.Create;
import io.cioagent.instrumentation.nettyhandover.HandoverAdapters.Execute;
import io.cioagent.instrumentation.nettyhandover.HandoverAdapters.Run;
import io.cioagent.instrumentation.nettyhandover.HandoverAdapters.StartThread;
import io.cioagent.instrumentation.nettyhandover.HandoverAdapters.Write;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Weaves the event loops, which run what other threads give them, and the promises of connections,
 * whose listeners write the request. No other promise: a call would wait for what may never come,
 * such as the end of a connection.
 */
public final class NettyHandoverInstrumentation extends LibraryInstrumentation {
  private static final String RUNNABLE = "java.lang.Runnable";

  private static final ElementMatcher<MethodDescription> RUN = method("run");
  private static final ElementMatcher<MethodDescription> RUN_TASK = method("runTask", RUNNABLE);
  private static final ElementMatcher<MethodDescription> SAFE_EXECUTE =
      method("safeExecute", RUNNABLE);

  private static final ElementMatcher<MethodDescription> EXECUTE =
      isPublic().and(method("execute", RUNNABLE).or(method("lazyExecute", RUNNABLE)));

  private static final ElementMatcher<MethodDescription> COMPLETE =
      method("setSuccess", "java.lang.Object")
          .or(method("trySuccess", "java.lang.Object"))
          .or(method("setFailure", "java.lang.Throwable"))
          .or(method("tryFailure", "java.lang.Throwable"))
          .or(method("cancel", "boolean"));

  private static final ElementMatcher<MethodDescription> CONNECT =
      method("doResolveAndConnect", "java.net.SocketAddress", "java.net.SocketAddress");

  private static final ElementMatcher<MethodDescription> WRITE_REQUEST =
      method(
          "writeRequest",
          "org.asynchttpclient.netty.NettyResponseFuture",
          "io.netty.channel.Channel");

  public NettyHandoverInstrumentation(Observer observer) {
    HandedOver handedOver = new HandedOver();
    Run run = new Run(observer, handedOver);
    Acquire acquire = new Acquire(observer, handedOver);

    type("io.netty.util.concurrent.SingleThreadEventExecutor")
        .when(NettyHandoverInstrumentation::runsTasksByMethod)
        .required(EXECUTE, around(argument(0)), new Execute(observer, handedOver, false));
    type("io.netty.util.concurrent.SingleThreadEventExecutor")
        .when(type -> !runsTasksByMethod(type))
        .required(EXECUTE, around(argument(0)), new Execute(observer, handedOver, true));
    type("io.netty.util.concurrent.SingleThreadEventExecutor")
        .required(method("doStartThread"), around(THIS), new StartThread(observer));
    // Where there are both, runTask is called by safeExecute.
    type("io.netty.util.concurrent.AbstractEventExecutor")
        .having(RUN_TASK)
        .required(RUN_TASK, around(argument(0)), run);
    // Not in the first versions, see runsTasksByMethod.
    type("io.netty.util.concurrent.AbstractEventExecutor")
        .lacking(RUN_TASK)
        .optional(SAFE_EXECUTE, around(argument(0)), run);
    // Up to 4.1.34 a write task is of one of two classes, and their superclass has the method.
    type("io.netty.channel.AbstractChannelHandlerContext$AbstractWriteTask")
        .required(RUN, around(THIS), run);
    type("io.netty.channel.AbstractChannelHandlerContext$WriteTask")
        .having(RUN)
        .required(RUN, around(THIS), run);

    type("io.netty.util.concurrent.DefaultPromise").required(COMPLETE, around(THIS), run);
    type("io.netty.bootstrap.Bootstrap")
        .required(CONNECT, after(RETURNED), acquire)
        .required(CONNECT, after(THIS, argument(0), RETURNED), NettyAdapters.Connect.class);
    type("io.netty.channel.pool.SimpleChannelPool")
        .required(method("acquire", "io.netty.util.concurrent.Promise"), after(RETURNED), acquire);

    Write write = new Write(observer);
    type("org.asynchttpclient.netty.NettyResponseFuture")
        .required(isConstructor(), after(THIS), new Create(observer, write))
        .required(isConstructor(), after(THIS), AsyncHttpClientAdapters.Submit.class)
        .required(
            method("abort", "java.lang.Throwable"),
            before(THIS, argument(0)),
            AsyncHttpClientAdapters.Abort.class)
        .required(method("cancel", "boolean"), before(THIS), AsyncHttpClientAdapters.Write.class);
    type("org.asynchttpclient.netty.request.NettyRequestSender")
        .required(WRITE_REQUEST, around(argument(0)), write)
        .required(WRITE_REQUEST, before(argument(0)), AsyncHttpClientAdapters.Write.class);
  }

  /** The first versions run a task in the middle of a loop, where nothing can be woven. */
  private static boolean runsTasksByMethod(TypeDescription eventExecutor) {
    TypeDefinition root = eventExecutor;
    while (root != null && !root.getTypeName().endsWith(".AbstractEventExecutor")) {
      root = root.getSuperClass();
    }
    return root != null && !root.getDeclaredMethods().filter(SAFE_EXECUTE).isEmpty();
  }
}
