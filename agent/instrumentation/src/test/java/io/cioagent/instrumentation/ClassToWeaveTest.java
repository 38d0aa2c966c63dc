package io.cioagent.instrumentation;

import static io.cioagent.instrumentation.MethodMatcher.anyConstructor;
import static io.cioagent.instrumentation.MethodMatcher.named;
import static io.cioagent.instrumentation.Value.RETURNED;
import static io.cioagent.instrumentation.Value.THIS;
import static io.cioagent.instrumentation.Value.THROWN;
import static io.cioagent.instrumentation.Value.argument;
import static io.cioagent.instrumentation.Value.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cioagent.bridge.Bridge;
import io.cioagent.bridge.Handler;
import io.cioagent.instrumentation.WeavingSamples.Base;
import io.cioagent.instrumentation.WeavingSamples.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves methods of every kind, lets the JVM verify them, and runs them. */
class ClassToWeaveTest {
  private final Recorder recorder = new Recorder();

  /** Writes down what woven code passes. */
  private static final class Recorder implements Handler {
    final List<String> lines = new ArrayList<>();
    Object scope = "scope";
    Object lateScope = "late";
    RuntimeException failure;
    UnaryOperator<Object> replacement = UnaryOperator.identity();

    private static String text(Object value) {
      if (value == null) {
        return "null";
      }
      if (value.getClass().isArray()) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
          elements.add(text(Array.get(value, i)));
        }
        return elements.toString();
      }
      if (value instanceof ByteBuffer) {
        return "bytes " + ((ByteBuffer) value).remaining();
      }
      return value.getClass().getName().contains("WeavingSamples") ? "this" : value.toString();
    }

    private void add(String kind, Object... values) {
      lines.add(kind + Arrays.stream(values).map(Recorder::text).collect(Collectors.toList()));
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public Object enter(Object first, Object second, Object third) {
      add("enter", first, second, third);
      boolean late = first != null && first == second;
      return late ? lateScope : scope;
    }

    @Override
    public void exit(Object entered, Object result, Throwable thrown) {
      add("exit", entered, result, thrown == null ? null : thrown.getMessage());
      if (result instanceof Object[]) {
        Object[] replaceable = (Object[]) result;
        replaceable[0] = replacement.apply(replaceable[0]);
      }
    }

    @Override
    public void event(Object first, Object second, Object third) {
      add("event", first, second, third);
    }

    @Override
    public void failed(Throwable thrown) {
      lines.add("failed: " + thrown.getMessage());
    }
  }

  private Pointcut pointcut(MethodMatcher methods, Shape shape) {
    return new Pointcut(methods, shape, recorder);
  }

  private Class<?> woven(String name, byte[] classFile, Pointcut... pointcuts) throws Exception {
    ClassToWeave toWeave = new ClassToWeave(getClass().getClassLoader(), classFile);
    for (Pointcut each : pointcuts) {
      toWeave.add(each, Bridge.register(each.handler()));
    }
    byte[] bytes = toWeave.woven();
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String each, boolean resolve) throws ClassNotFoundException {
            return each.equals(name)
                ? defineClass(name, bytes, 0, bytes.length)
                : super.loadClass(each, resolve);
          }
        };
    return Class.forName(name, true, loader);
  }

  private Class<?> wovenSample(Pointcut... pointcuts) throws Exception {
    return woven(Sample.class.getName(), bytesOf(Sample.class), pointcuts);
  }

  private static byte[] bytesOf(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        bytes.write(next);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls the method of that name. */
  private static Object call(Class<?> type, String name, Object... arguments) throws Throwable {
    Object object = type.getConstructor(int.class).newInstance(7);
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        method.setAccessible(true);
        try {
          return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      }
    }
    throw new NoSuchMethodException(name);
  }

  @Test
  void eventAsMethodBegins() throws Throwable {
    Class<?> type =
        wovenSample(pointcut(named("mixed"), Shape.before(THIS, argument(0), argument(1))));
    assertThat(call(type, "mixed", 1L, 'c', 2.5d, "text")).isEqualTo("1c2.5text");
    assertThat(recorder.lines).containsExactly("event[this, 1, c]");
  }

  @Test
  void methodThatBeginsWithLoop() throws Throwable {
    Class<?> type =
        wovenSample(
            pointcut(named("loop"), Shape.before(argument(0))),
            pointcut(named("loop"), Shape.around(argument(0))));
    assertThat(call(type, "loop", 3)).isEqualTo(0);
    assertThat(recorder.lines)
        .containsExactly("event[3, null, null]", "enter[3, null, null]", "exit[scope, 0, null]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "returnsBoolean",
        "returnsByte",
        "returnsChar",
        "returnsShort",
        "returnsInt",
        "returnsLong",
        "returnsFloat",
        "returnsDouble",
        "returnsText",
        "returnsArray"
      })
  void everyTypeOfResult(String name) throws Throwable {
    Class<?> type =
        wovenSample(
            pointcut(named(name), Shape.after(RETURNED)),
            pointcut(named(name), Shape.around(THIS)),
            pointcut(named(name), Shape.atEnd(RETURNED, THROWN)));
    Object result = call(type, name);
    String text = Recorder.text(result);
    assertThat(result).isEqualTo(call(Sample.class, name));
    assertThat(recorder.lines)
        .containsExactly(
            "enter[this, null, null]",
            "event[" + text + ", null, null]",
            "exit[scope, " + text + ", null]",
            "event[" + text + ", null, null]");
  }

  @Test
  void staticMethodWithoutResult() throws Throwable {
    Class<?> type = wovenSample(pointcut(named("statically"), Shape.around(THIS, argument(0))));
    call(type, "statically", 5L);
    assertThat(recorder.lines).containsExactly("enter[null, 5, null]", "exit[scope, null, null]");
  }

  @Test
  void exceptionReachesTheCaller() throws Throwable {
    Class<?> type =
        wovenSample(
            pointcut(named("fails"), Shape.around(THIS)),
            pointcut(named("fails"), Shape.atEnd(RETURNED, THROWN)),
            pointcut(named("fails"), Shape.after(THIS)),
            pointcut(named("fails"), Shape.aroundReturn(argument(0))));
    assertThatThrownBy(() -> call(type, "fails", "reason"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("reason");
    assertThat(recorder.lines)
        .containsExactly(
            "enter[this, null, null]",
            "enter[reason, null, null]",
            "event[0, java.lang.IllegalStateException: reason, null]",
            "exit[scope, 0, reason]");
  }

  /** What the method catches does not leave it. */
  @Test
  void exceptionThatIsCaughtInside() throws Throwable {
    Class<?> type = wovenSample(pointcut(named("catches"), Shape.around(THIS, argument(0))));
    assertThat(call(type, "catches", "x")).isEqualTo("caught x finally");
    assertThat(recorder.lines)
        .containsExactly("enter[this, x, null]", "exit[scope, caught x finally, null]");
  }

  @Test
  void endGetsTheArgumentsThatTheCallerPassed() throws Throwable {
    Class<?> type =
        wovenSample(pointcut(named("reassigns"), Shape.after(argument(0), argument(1))));
    assertThat(call(type, "reassigns", "a", 2L)).isEqualTo("changed12");
    assertThat(recorder.lines).containsExactly("event[a, 2, null]");
  }

  @Test
  void withoutScopeThereIsNoEnd() throws Throwable {
    recorder.scope = null;
    Class<?> type =
        wovenSample(
            pointcut(named("returnsInt"), Shape.around(THIS)),
            pointcut(named("returnsInt"), Shape.beforeIf(THIS).passing(field("number"))),
            pointcut(named("returnsInt"), Shape.aroundReplacing(THIS)));
    assertThat(call(type, "returnsInt")).isEqualTo(42);
    assertThat(recorder.lines).hasSize(3).allMatch(line -> line.startsWith("enter"));
  }

  @Test
  void endFollowsAtOnceForShapesThatAskFirst() throws Throwable {
    Class<?> type =
        wovenSample(
            pointcut(
                named("returnsInt"),
                Shape.beforeIf(THIS).passing(Value.array(field("number"), field("inherited")))),
            pointcut(named("returnsInt"), Shape.afterIf(RETURNED).passing(field("shared"))));
    assertThat(call(type, "returnsInt")).isEqualTo(42);
    assertThat(recorder.lines)
        .containsExactly(
            "enter[this, null, null]",
            "exit[scope, [7, 11], null]",
            "enter[42, null, null]",
            "exit[scope, shared, null]");
  }

  @Test
  void resultIsReplaced() throws Throwable {
    recorder.replacement = old -> old + " and more";
    Class<?> type = wovenSample(pointcut(named("returnsText"), Shape.aroundReplacing(THIS)));
    assertThat(call(type, "returnsText")).isEqualTo("text and more");
    assertThat(recorder.lines)
        .containsExactly("enter[this, null, null]", "exit[scope, [text], null]");
  }

  @Test
  void replacementOfAnotherTypeIsIgnored() throws Throwable {
    recorder.replacement = old -> 1;
    Class<?> type = wovenSample(pointcut(named("returnsText"), Shape.aroundReplacing(THIS)));
    assertThat(call(type, "returnsText")).isEqualTo("text");
  }

  @Test
  void secondChanceAtTheEnd() throws Throwable {
    recorder.scope = null;
    Class<?> type =
        wovenSample(
            pointcut(
                named("returnsText"),
                Shape.aroundOrAtEnd(THIS, field("number")).passing(field("number"))));
    assertThat(call(type, "returnsText")).isEqualTo("text");
    assertThat(recorder.lines)
        .containsExactly("enter[this, 7, null]", "enter[this, this, null]", "exit[late, 7, null]");
  }

  @Test
  void bytesThatWereRead() throws Throwable {
    Class<?> type = wovenSample(pointcut(named("read"), Shape.aroundRead(THIS)));
    assertThat(call(type, "read", new byte[10], 2, 5)).isEqualTo(5);
    assertThat(call(type, "read", new byte[10], 2, -1)).isEqualTo(-1);
    assertThat(recorder.lines)
        .containsExactly(
            "enter[this, null, null]",
            "exit[scope, bytes 5, null]",
            "enter[this, null, null]",
            "exit[scope, null, null]");
  }

  @Test
  void whatIsAddedToList() throws Throwable {
    Class<?> type =
        wovenSample(pointcut(named("fills"), Shape.atEndIfAdded(THIS, argument(0), argument(1))));
    List<Object> list = new ArrayList<>(Arrays.asList("before"));
    call(type, "fills", 0, list);
    assertThat(recorder.lines).isEmpty();
    call(type, "fills", 2, list);
    assertThatThrownBy(() -> call(type, "fills", -1, list)).hasMessage("negative");
    assertThat(recorder.lines).containsExactly("event[this, 2, [0, 1]]", "event[this, -1, [last]]");
  }

  @Test
  void constructorWithConditionBeforeItsSuperclass() throws Throwable {
    Class<?> type = wovenSample(pointcut(anyConstructor(), Shape.after(THIS, argument(0))));
    call(type, "returnsInt");
    assertThat(recorder.lines).containsExactly("event[this, 7, null]");
  }

  @Test
  void beginningOfConstructorCannotBeWoven() {
    assertThatThrownBy(() -> wovenSample(pointcut(anyConstructor(), Shape.before(THIS))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void unknownFieldOrArgumentCannotBeWoven() {
    assertThatThrownBy(() -> wovenSample(pointcut(named("fails"), Shape.before(field("none")))))
        .hasMessageContaining("no field none");
    assertThatThrownBy(() -> wovenSample(pointcut(named("fails"), Shape.before(argument(1)))))
        .hasMessageContaining("no argument 1");
  }

  @Test
  void optionalValues() throws Throwable {
    Class<?> type =
        wovenSample(
            pointcut(
                named("fails"), Shape.before(Value.optionalArgument(1), Value.argumentOrNull(-1))));
    assertThatThrownBy(() -> call(type, "fails", "r")).hasMessage("r");
    assertThat(recorder.lines).containsExactly("event[null, null, null]");
  }

  @Test
  void failureOfTheHandlerIsSwallowed() throws Throwable {
    recorder.failure = new IllegalArgumentException("ours");
    Class<?> type =
        wovenSample(
            pointcut(named("returnsText"), Shape.around(THIS)),
            pointcut(named("returnsText"), Shape.after(THIS)));
    assertThat(call(type, "returnsText")).isEqualTo("text");
    assertThat(recorder.lines).filteredOn(line -> line.equals("failed: ours")).hasSize(2);
  }

  /** Nothing that the bridge catches. */
  @Test
  void failureInWovenCodeItselfIsSwallowed() throws Throwable {
    Class<?> type =
        wovenSample(pointcut(named("fills"), Shape.atEndIfAdded(THIS, argument(0), argument(1))));
    assertThat(call(type, "fills", 0, null)).isEqualTo("filled");
    assertThat(recorder.lines).isEmpty();
  }

  @Test
  void returnInsideOfItsTry() throws Throwable {
    recorder.failure = new IllegalArgumentException("ours");
    Class<?> type = wovenSample(pointcut(named("returnsInTry"), Shape.around(THIS)));
    assertThat(call(type, "returnsInTry")).isEqualTo("tried");
  }

  /** As compilers other than javac write them: values below the result. */
  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_4, Opcodes.V1_8, Opcodes.V27, Opcodes.V27 + 1})
  void classFilesOfOtherVersionsAndCompilers(int version) throws Throwable {
    boolean runs = version <= Opcodes.V1_8;
    String name = "com.acme.Generated";
    byte[] classFile = generated(name, version, version > Opcodes.V1_4);
    ClassToWeave toWeave = new ClassToWeave(null, classFile);
    Pointcut around = pointcut(named("run"), Shape.around(argument(0)));
    toWeave.add(around, 0);
    byte[] bytes = toWeave.woven();
    assertThat(bytes[7]).isEqualTo((byte) version);
    if (runs) {
      Class<?> type = woven(name, classFile, around);
      assertThat(type.getMethod("run", long.class).invoke(null, 3L)).isEqualTo(3L);
      assertThat(recorder.lines).containsExactly("enter[3, null, null]", "exit[scope, 3, null]");
    }
  }

  private static byte[] generated(String name, int version, boolean leavesValues) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        version, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
    MethodVisitor run =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "(J)J", null, null);
    run.visitCode();
    Label other = new Label();
    if (leavesValues) {
      run.visitInsn(Opcodes.ICONST_1);
      run.visitInsn(Opcodes.DCONST_1);
      run.visitLdcInsn("left");
    } else {
      // A subroutine, as javac wrote one for each finally.
      Label subroutine = new Label();
      run.visitJumpInsn(Opcodes.JSR, subroutine);
      run.visitVarInsn(Opcodes.LLOAD, 0);
      run.visitInsn(Opcodes.LRETURN);
      run.visitLabel(subroutine);
      run.visitVarInsn(Opcodes.ASTORE, 2);
      run.visitVarInsn(Opcodes.RET, 2);
    }
    if (leavesValues) {
      run.visitVarInsn(Opcodes.LLOAD, 0);
      run.visitInsn(Opcodes.LCONST_0);
      run.visitInsn(Opcodes.LCMP);
      run.visitJumpInsn(Opcodes.IFEQ, other);
      run.visitVarInsn(Opcodes.LLOAD, 0);
      run.visitInsn(Opcodes.LRETURN);
      run.visitLabel(other);
      run.visitFrame(
          Opcodes.F_FULL,
          1,
          new Object[] {Opcodes.LONG},
          3,
          new Object[] {Opcodes.INTEGER, Opcodes.DOUBLE, "java/lang/String"});
      run.visitInsn(Opcodes.LCONST_1);
      run.visitInsn(Opcodes.LRETURN);
    }
    run.visitMaxs(8, 3);
    run.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  @Test
  void inheritedFieldsAreFoundInTheFilesOfSuperclasses() {
    assertThat(PlatformClass.of(Sample.class).field("inherited")).isNotNull();
    assertThat(PlatformClass.of(Sample.class).field("hidden")).isNull();
    assertThat(PlatformClass.of(Base.class).field("hidden")).isNotNull();
  }
}
