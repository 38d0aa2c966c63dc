package io.cioagent.instrumentation;

import io.cioagent.bridge.Bridge;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/** The code that {@link Shape}s weave: calls of the bridge, with values that the shape binds. */
@SuppressWarnings("NullAway") // Inlined into methods of the application: free of annotations.
final class Advices {
  private Advices() {}

  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  @interface First {}

  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  @interface Second {}

  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  @interface Third {}

  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  @interface Result {}

  static final class Before {
    private Before() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Point int point, @First Object first, @Second Object second, @Third Object third) {
      Bridge.event(point, first, second, third);
    }
  }

  static final class After {
    private After() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Point int point, @First Object first, @Second Object second, @Third Object third) {
      Bridge.event(point, first, second, third);
    }
  }

  static final class AtEnd {
    private AtEnd() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Point int point, @First Object first, @Second Object second, @Third Object third) {
      Bridge.event(point, first, second, third);
    }
  }

  static final class BeforeIf {
    private BeforeIf() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Point int point,
        @First Object first,
        @Second Object second,
        @Third Object third,
        @Result Object result) {
      Object scope = Bridge.enter(point, first, second, third);
      if (scope != null) {
        Bridge.exit(point, scope, result, null);
      }
    }
  }

  static final class AfterIf {
    private AfterIf() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Point int point,
        @First Object first,
        @Second Object second,
        @Third Object third,
        @Result Object result) {
      Object scope = Bridge.enter(point, first, second, third);
      if (scope != null) {
        Bridge.exit(point, scope, result, null);
      }
    }
  }

  static final class Around {
    private Around() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Point int point, @First Object first, @Second Object second, @Third Object third) {
      return Bridge.enter(point, first, second, third);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Point int point,
        @Advice.Enter Object scope,
        @Result Object result,
        @Advice.Thrown Throwable thrown) {
      if (scope != null) {
        Bridge.exit(point, scope, result, thrown);
      }
    }
  }

  static final class AroundReturn {
    private AroundReturn() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Point int point, @First Object first, @Second Object second, @Third Object third) {
      return Bridge.enter(point, first, second, third);
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Point int point, @Advice.Enter Object scope, @Result Object result) {
      if (scope != null) {
        Bridge.exit(point, scope, result, null);
      }
    }
  }

  static final class AroundReplacing {
    private AroundReplacing() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Point int point, @First Object first, @Second Object second, @Third Object third) {
      return Bridge.enter(point, first, second, third);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Point int point,
        @Advice.Enter Object scope,
        @Advice.Return(typing = Typing.DYNAMIC, readOnly = false) Object result,
        @Advice.Thrown Throwable thrown) {
      if (scope != null) {
        Object[] returned = {result};
        Bridge.exit(point, scope, returned, thrown);
        result = returned[0];
      }
    }
  }

  static final class AroundRead {
    private AroundRead() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Point int point, @First Object first, @Second Object second, @Third Object third) {
      return Bridge.enter(point, first, second, third);
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Point int point,
        @Advice.Enter Object scope,
        @Advice.Argument(0) byte[] bytes,
        @Advice.Argument(1) int offset,
        @Advice.Return int count) {
      if (scope != null) {
        Object read = null;
        if (count >= 0) {
          read = ByteBuffer.wrap(bytes, offset, count);
        }
        Bridge.exit(point, scope, read, null);
      }
    }
  }
}
