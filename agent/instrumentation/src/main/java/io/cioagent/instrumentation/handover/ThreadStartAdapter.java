package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.HandedTask.Kind;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * A thread is started: its work is the call's that starts it. Not so the threads of the JDK itself
 * and of known pools, which serve everybody; a pool's plain thread says so when it begins.
 */
final class ThreadStartAdapter extends Adapter {
  private static final String LANGUAGE = "java.lang.";
  private static final String[] POOLS = {
    "io.netty.", "kotlinx.coroutines.", "scala.concurrent.", "akka.", "org.apache.tomcat.",
  };

  private final Kind kind;

  ThreadStartAdapter(Observer observer, Kind kind) {
    super(observer, "handover");
    this.kind = kind;
  }

  @Override
  public Object enter(Object started, Object unused, Object unusedToo) {
    if (observer().current() == null || servesEverybody((Thread) started)) {
      return null;
    }
    return observer().threadStarts((Thread) started, kind) ? started : null;
  }

  private static boolean servesEverybody(Thread thread) {
    Class<?> type = thread.getClass();
    if (thread instanceof ForkJoinWorkerThread || LibraryWork.isThread(thread)) {
      return true;
    }
    String name = type.getName();
    if (type.getClassLoader() == null) {
      return !name.startsWith(LANGUAGE);
    }
    for (String pool : POOLS) {
      if (name.startsWith(pool)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void exit(Object started, Object result, Throwable thrown) {
    if (thrown != null) {
      Observer.threadEnded((Thread) started);
    }
  }
}
