package io.cioagent.instrumentation.handover;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/** What is woven into the JDK's and other libraries' classes of tasks, executors and threads. */
final class Advices {
  private Advices() {}

  /** Into constructors. */
  static final class Made {
    private Made() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Point int point, @Advice.This Object task) {
      Bridge.enter(point, task, null, null);
    }
  }

  /** Into constructors that take what the application hands over. */
  static final class MadeOf {
    private MadeOf() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Point int point,
        @Advice.This Object task,
        @Advice.Argument(value = 0, typing = Typing.DYNAMIC) Object wrapped) {
      Bridge.enter(point, task, wrapped, null);
    }
  }

  /** Into the methods that do the work of a task or callback. */
  static final class Run {
    private Run() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Point int point, @Advice.This Object task) {
      return Bridge.enter(point, task, null, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Point int point, @Advice.Enter Object scope) {
      if (scope != null) {
        Bridge.exit(point, scope, null, null);
      }
    }
  }

  /** Into a task's own method that hands it over, and a thread's that starts it. */
  static final class Start {
    private Start() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Point int point, @Advice.This Object started) {
      return Bridge.enter(point, started, null, started);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Point int point, @Advice.Enter Object scope, @Advice.Thrown Throwable thrown) {
      if (scope != null && thrown != null) {
        Bridge.exit(point, scope, null, thrown);
      }
    }
  }

  /** Into an executor's methods that take a task. */
  static final class Execute {
    private Execute() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Point int point, @Advice.This Object executor, @Advice.Argument(0) Object task) {
      return Bridge.enter(point, task, null, executor);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Point int point, @Advice.Enter Object scope, @Advice.Thrown Throwable thrown) {
      if (scope != null && thrown != null) {
        Bridge.exit(point, scope, null, thrown);
      }
    }
  }

  /** Into methods whose beginning says it all. */
  static final class Tell {
    private Tell() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Point int point, @Advice.This Object subject) {
      Bridge.enter(point, subject, null, null);
    }
  }

  /** As {@link Tell}, of the first argument. */
  static final class TellArgument {
    private TellArgument() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Point int point, @Advice.This Object teller, @Advice.Argument(0) Object subject) {
      Bridge.enter(point, subject, null, teller);
    }
  }

  /** Into an executor's method that returns what it was given. */
  static final class Given {
    private Given() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Point int point, @Advice.Return Object task) {
      Bridge.enter(point, task, null, null);
    }
  }

  /** As {@link Tell}, and nobody waits for it any more. */
  static final class Lost {
    private Lost() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Point int point, @Advice.This Object task) {
      Bridge.exit(point, null, task, null);
    }
  }

  /** Into a method that says whether it took itself back. */
  static final class TakenBack {
    private TakenBack() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Point int point, @Advice.This Object task, @Advice.Return boolean successful) {
      if (successful) {
        Bridge.exit(point, null, task, null);
      }
    }
  }

  /** Into a queue's method that says whether it has removed a task. */
  static final class Removed {
    private Removed() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Point int point, @Advice.Argument(0) Object task, @Advice.Return boolean successful) {
      if (successful) {
        Bridge.exit(point, null, task, null);
      }
    }
  }

  /** Into a queue's method that returns all tasks that it has removed. */
  static final class Drained {
    private Drained() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Point int point, @Advice.Return List<Runnable> tasks) {
      Bridge.exit(point, null, tasks, null);
    }
  }

  /** Into {@code ThreadPoolExecutor.Worker}. */
  static final class Worker {
    private Worker() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Point int point, @Advice.FieldValue("firstTask") Runnable firstTask) {
      Bridge.enter(point, firstTask, null, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Point int point) {
      Bridge.exit(point, null, null, null);
    }
  }

  /** Into {@code ThreadPoolExecutor.beforeExecute}. */
  static final class BeforeTask {
    private BeforeTask() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Point int point, @Advice.Argument(1) Runnable task) {
      Bridge.enter(point, task, null, null);
    }
  }

  /** Into {@code ThreadPoolExecutor.getTask}. */
  static final class NextTask {
    private NextTask() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Point int point) {
      Bridge.enter(point, null, null, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Point int point, @Advice.Return Runnable task) {
      Bridge.exit(point, null, task, null);
    }
  }
}
