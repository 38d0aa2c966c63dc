package io.cioagent.instrumentation;

import static io.cioagent.instrumentation.MethodMatcher.anyConstructor;
import static io.cioagent.instrumentation.MethodMatcher.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PointcutTest {

  /** What pointcuts look for. */
  abstract static class Sample {
    Sample(int number) {}

    void send(String text, byte[] bytes, Map.Entry<String, List<String>> entry) {}

    void getAnswer$module() {}

    abstract void abstractly();
  }

  /** A class with a type of its package in a signature. */
  abstract static class Relative {
    abstract Sample exchange(int number);
  }

  private static final ClassDescription TYPE = PlatformClass.of(Sample.class);

  private static Pointcut of(MethodMatcher methods) {
    return Pointcut.ofLibrary(methods, Shape.before(Value.THIS), Adapter.class);
  }

  private static Set<String> missing(Pointcut... pointcuts) {
    return Pointcut.missing(Arrays.asList(pointcuts), TYPE);
  }

  @Test
  void requiredPointcutWithoutMatchIsMissing() {
    assertThat(missing(of(named("send")), of(Signature.constructor("int")))).isEmpty();
    assertThat(
            missing(
                of(named("send").taking(3)),
                of(named("sendAll").taking(0, "java.lang.String")),
                of(named("sendAll")),
                of(named("get", "post")),
                of(named("exit").ofInstances()),
                of(anyConstructor().taking(0))))
        .containsExactly("sendAll", "get or post", "exit", "constructor");
  }

  @Test
  void abstractAndNativeMethodsAreMissing() {
    assertThat(missing(of(named("abstractly")))).containsExactly("abstractly");
  }

  /** A class with a method for its own result and one for that of the interface. */
  static final class Bridged implements Supplier<String> {
    @Override
    public String get() {
      return "";
    }
  }

  @Test
  void methodThatOnlyCallsAnotherOfItsNameIsNotWoven() {
    ClassDescription type = PlatformClass.of(Bridged.class);
    Pointcut get = of(Signature.method("get"));
    assertThat(type.methods()).filteredOn(get.methods()::matches).hasSize(2);
    assertThat(type.methods())
        .filteredOn(get::weaves)
        .extracting(MethodDescription::returnType)
        .containsExactly("java.lang.String");
  }

  @Test
  void optionalPointcutIsNeverMissing() {
    Pointcut required = of(named("sendAll"));
    assertThat(missing(required.optional())).isEmpty();
    assertThat(missing(required)).isNotEmpty();
    assertThat(required.optional().methods()).isSameAs(required.methods());
    assertThat(required.optional().shape()).isSameAs(required.shape());
    assertThat(required.optional().adapter()).isSameAs(required.adapter());
  }

  @Test
  void signatureMatchesTypesOfAllParameters() {
    String entry = "java.util.Map$Entry";
    assertThat(
            missing(
                of(Signature.method("send", "java.lang.String", "byte[]", entry)),
                of(Signature.method("send", "java.lang.String", Signature.ANY, entry)),
                of(Signature.method("getAnswer*"))))
        .isEmpty();
    assertThat(
            missing(
                of(Signature.method("send", "java.lang.String", "byte[]")),
                of(Signature.method("send", "java.lang.Object", "byte[]", entry)),
                of(Signature.method("send", "java.lang.String", "byte", entry)),
                of(Signature.method("getAnswer")),
                of(Signature.method("getAnswer*", "int")),
                of(Signature.constructor()),
                of(Signature.method("put", "int").or(Signature.method("post")))))
        .containsExactly(
            "send(java.lang.String, byte[])",
            "send(java.lang.Object, byte[], java.util.Map$Entry)",
            "send(java.lang.String, byte, java.util.Map$Entry)",
            "getAnswer()",
            "getAnswer*(int)",
            "constructor()",
            "put(int) or post()");
  }

  private static boolean areForOtherClass(Pointcut... pointcuts) {
    return Pointcut.areForOtherClass(Arrays.asList(pointcuts), TYPE);
  }

  @Test
  void classThatSharesOnlyNamesIsAnother() {
    Pointcut otherTypes = of(Signature.method("send", "com.acme.Request"));
    assertThat(areForOtherClass(otherTypes)).isTrue();
    assertThat(areForOtherClass(otherTypes, of(Signature.method("put")))).isTrue();
    // It has one of the methods.
    assertThat(areForOtherClass(otherTypes, of(Signature.method("getAnswer*")))).isFalse();
    // It has no method of the name: the library may have renamed it.
    assertThat(areForOtherClass(of(Signature.method("put", "com.acme.Request")))).isFalse();
    // Types of the JDK do not tell libraries apart.
    assertThat(areForOtherClass(of(Signature.method("send", "java.lang.String")))).isFalse();
    assertThat(areForOtherClass(of(named("put")))).isFalse();
    assertThat(areForOtherClass()).isFalse();
  }

  @Test
  void classThatUsesTheLibrarysPackagesIsAVersionOfIt() {
    Pointcut otherTypes = of(Signature.method("exchange", "com.acme.Request"));
    ClassDescription version = PlatformClass.of(Relative.class);
    String ownPackage = Relative.class.getPackage().getName() + '.';
    Pointcut ownTypes = of(Signature.method("exchange", ownPackage + "Request"));
    assertThat(Pointcut.areForOtherClass(Arrays.asList(otherTypes), version)).isTrue();
    assertThat(Pointcut.areForOtherClass(Arrays.asList(otherTypes, ownTypes), version)).isFalse();
  }
}
