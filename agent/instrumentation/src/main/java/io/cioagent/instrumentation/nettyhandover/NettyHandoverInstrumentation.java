package io.cioagent.instrumentation.nettyhandover;

import static io.cioagent.core.call.ErrorType.Kind.DNS;
import static io.cioagent.core.call.ErrorType.Kind.IO;
import static io.cioagent.core.call.ErrorType.Kind.RESET;
import static io.cioagent.core.call.ErrorType.Kind.TIMEOUT;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.around;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.constructor;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.argument;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.MethodMatcher;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.netty41.NettyAdapters;
import io.cioagent.instrumentation.nettyhandover.HandoverAdapters.Acquire;
import io.cioagent.instrumentation.nettyhandover.HandoverAdapters.Execute;
import io.cioagent.instrumentation.nettyhandover.HandoverAdapters.Run;
import io.cioagent.instrumentation.nettyhandover.HandoverAdapters.StartThread;

/**
 * Weaves the event loops, which run what other threads give them, and the promises of connections,
 * whose listeners write the request. No other promise: a call would wait for what may never come,
 * such as the end of a connection.
 */
public final class NettyHandoverInstrumentation extends LibraryInstrumentation {
  private static final String RUNNABLE = "java.lang.Runnable";

  private static final MethodMatcher RUN = method("run");
  private static final MethodMatcher RUN_TASK = method("runTask", RUNNABLE);
  private static final MethodMatcher SAFE_EXECUTE = method("safeExecute", RUNNABLE);

  private static final MethodMatcher EXECUTE =
      method("execute", RUNNABLE).or(method("lazyExecute", RUNNABLE)).thatArePublic();

  private static final MethodMatcher COMPLETE =
      method("setSuccess", "java.lang.Object")
          .or(method("trySuccess", "java.lang.Object"))
          .or(method("setFailure", "java.lang.Throwable"))
          .or(method("tryFailure", "java.lang.Throwable"))
          .or(method("cancel", "boolean"));

  private static final MethodMatcher CONNECT =
      method("doResolveAndConnect", "java.net.SocketAddress", "java.net.SocketAddress");

  /** For a channel that an event loop has already; until then its promise is a pending one. */
  private static final MethodMatcher CONNECT_REGISTERED =
      method(
          "doResolveAndConnect0",
          "io.netty.channel.Channel",
          "java.net.SocketAddress",
          "java.net.SocketAddress",
          "io.netty.channel.ChannelPromise");

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
    // The task that notifies a listener, which another thread adds to a promise that is complete.
    for (int i = 1; i <= 4; i++) {
      type("io.netty.util.concurrent.DefaultPromise$" + i)
          .having(RUN)
          .required(RUN, around(THIS), run);
    }
    type("io.netty.bootstrap.Bootstrap")
        .required(CONNECT_REGISTERED, before(argument(3)), acquire)
        .required(CONNECT, after(THIS, argument(0), RETURNED), NettyAdapters.Connect.class);
    type("io.netty.bootstrap.AbstractBootstrap$PendingRegistrationPromise")
        .required(constructor("io.netty.channel.Channel"), after(THIS), acquire);
    type("io.netty.channel.pool.SimpleChannelPool")
        .required(
            method("acquire", "io.netty.util.concurrent.Promise"), before(argument(0)), acquire);

    classifyErrors();
  }

  /** Here, as a connection may fail before a class of the HTTP codec is loaded. */
  private static void classifyErrors() {
    errors(
        TIMEOUT,
        "io.netty.channel.ConnectTimeoutException",
        "io.netty.handler.timeout.TimeoutException",
        "io.netty.handler.ssl.SslHandshakeTimeoutException");
    errors(DNS, "io.netty.resolver.dns.DnsNameResolverException");
    errors(
        RESET,
        "io.netty.channel.unix.Errors$NativeIoException",
        "io.netty.handler.codec.PrematureChannelClosureException",
        "io.netty.handler.codec.http2.Http2Exception$StreamException");
    errors(
        IO, "io.netty.handler.codec.http2.Http2Exception", "io.netty.handler.codec.CodecException");
  }

  /** The first versions run a task in the middle of a loop, where nothing can be woven. */
  private static boolean runsTasksByMethod(ClassDescription eventExecutor) {
    ClassDescription root = eventExecutor;
    while (root != null && !root.name().endsWith(".AbstractEventExecutor")) {
      root = root.superclass();
    }
    return root != null && SAFE_EXECUTE.matchesAnyOf(root);
  }
}
