package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cioagent.core.call.Call;
import io.cioagent.core.config.SettingsReader;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.implementation.StubMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Weaves for real, and runs what came out. */
class WeaverTest {
  private static final String CLIENT = "com.acme.customerio.Client";
  private static final String ADAPTER = "org.apache.catalina.connector.CoyoteAdapter";

  private final Recorder recorder = new Recorder();
  private final List<Call> calls = recorder.endedCalls;
  private final List<String> failures = recorder.failures;
  private final Map<String, String> instrumentations = new HashMap<>();
  private final Weaver weaver = weaver();

  private Weaver weaver() {
    Observer observer = recorder.observer();
    return new Weaver(instrumentations, SettingsReader.read(null, null, null), observer);
  }

  private byte[] weave(ClassLoader loader, String name, byte[] classFile) {
    return weaver.transform(loader, name.replace('.', '/'), null, null, classFile);
  }

  /** What an application's client looks like to the weaver; its name makes it one. */
  public static class Sample {
    public String identify(String userId, Map<String, Object> attributes) {
      return "identified " + userId;
    }

    public CompletableFuture<String> track(long userId, Object options, String eventName) {
      return new CompletableFuture<>();
    }

    public void deleteCustomer(int userId) {
      throw new IllegalStateException("no customer " + userId);
    }

    public boolean suppress() {
      return true;
    }
  }

  private static byte[] sample() {
    return new ByteBuddy().redefine(Sample.class).name(CLIENT).make().getBytes();
  }

  private static Object instance(byte[] classFile) throws ReflectiveOperationException {
    ClassLoader loader =
        new ClassLoader(WeaverTest.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) {
            return defineClass(name, classFile, 0, classFile.length);
          }
        };
    return loader.loadClass(CLIENT).getConstructor().newInstance();
  }

  @Test
  void wovenClientWorksAndIsReported() throws Exception {
    byte[] woven = weave(getClass().getClassLoader(), CLIENT, sample());
    Object client = instance(woven);

    Object identified =
        client
            .getClass()
            .getMethod("identify", String.class, Map.class)
            .invoke(client, "u1", Collections.emptyMap());
    assertThat(identified).isEqualTo("identified u1");
    assertThat(calls).extracting(Call::userId).containsExactly("u1");

    Object sent =
        client
            .getClass()
            .getMethod("track", long.class, Object.class, String.class)
            .invoke(client, 42L, null, "bought");
    assertThat(calls).hasSize(1);
    assertThat(((CompletableFuture<?>) sent).cancel(false)).isTrue();
    assertThat(calls.get(1).userId()).isEqualTo(42L);
    assertThat(calls.get(1).eventName()).isEqualTo("bought");
    assertThat(calls.get(1).errorType()).isEqualTo("cancelled");

    assertThat(client.getClass().getMethod("suppress").invoke(client)).isEqualTo(true);
    assertThat(calls.get(2).userId()).isNull();
    assertThat(failures).isEmpty();
  }

  @Test
  void exceptionOfAWovenMethodReachesTheApplication() throws Exception {
    Object client = instance(weave(getClass().getClassLoader(), CLIENT, sample()));
    Throwable thrown = null;
    try {
      client.getClass().getMethod("deleteCustomer", int.class).invoke(client, 7);
    } catch (InvocationTargetException e) {
      thrown = e.getCause();
    }
    assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("no customer 7");
    assertThat(calls).extracting(Call::errorType).containsExactly("unknown");
    assertThat(calls).extracting(Call::error).containsExactly(thrown);
    assertThat(calls).extracting(Call::userId).containsExactly(7);
  }

  @Test
  void otherClassesAreLeftUnchanged() {
    ClassLoader loader = getClass().getClassLoader();
    assertThat(weave(loader, "com.acme.Other", sample())).isNull();
    assertThat(weave(loader, "com.acme.customerio.MockClient", sample())).isNull();
    assertThat(failures).isEmpty();
  }

  @Test
  void clientWithoutAnyKnownMethodIsLeftAsItIs() {
    byte[] empty = new ByteBuddy().subclass(Object.class).name(CLIENT).make().getBytes();
    assertThat(weave(getClass().getClassLoader(), CLIENT, empty)).isNull();
    assertThat(failures).isEmpty();
  }

  @Test
  void classFileThatCannotBeReadIsLeftAsItIsAndCounted() {
    assertThat(weave(getClass().getClassLoader(), CLIENT, new byte[] {1, 2, 3})).isNull();
    assertThat(failures).hasSize(1).allMatch(failure -> failure.startsWith("weaver: "));
  }

  /** As a version of a library might be that the agent does not know. */
  @Test
  void libraryClassWithoutARequiredMethodIsLeftAsItIsAndWarnedAboutOnce() throws IOException {
    String name = "okhttp3.internal.connection.RealCall";
    instrumentations.put(
        name.replace('.', '/'), "io.cioagent.instrumentation.okhttp.OkHttpInstrumentation");
    byte[] strange = new ByteBuddy().subclass(Object.class).name(name).make().getBytes();
    assertThat(weaver.libraries()).containsEntry("okhttp", "absent");
    PrintStream real = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, "UTF-8"));
    try {
      assertThat(weave(getClass().getClassLoader(), name, strange)).isNull();
      assertThat(weave(new ClassLoader() {}, name, strange)).isNull();
    } finally {
      System.setErr(real);
    }
    assertThat(said.toString("UTF-8"))
        .hasLineCount(1)
        .contains("Library okhttp, version unknown: class " + name + " is not observed")
        .contains("lacks enqueue(okhttp3.Callback) and getResponseWithInterceptorChain");
    assertThat(weaver.libraries()).containsEntry("okhttp", "partial");
    assertThat(weaver.wovenClasses()).isZero();
    assertThat(failures).isEmpty();
  }

  private byte[] coyoteAdapter(String... parametersOfService) {
    instrumentations.put(
        ADAPTER.replace('.', '/'), "io.cioagent.instrumentation.tomcat.TomcatInstrumentation");
    return new ByteBuddy()
        .subclass(Object.class)
        .name(ADAPTER)
        .defineMethod("service", void.class, Visibility.PUBLIC)
        .withParameters(
            Stream.of(parametersOfService)
                .map(
                    name ->
                        InstrumentedType.Default.of(
                            name,
                            TypeDescription.ForLoadedType.of(Object.class).asGenericType(),
                            Modifier.PUBLIC))
                .collect(Collectors.toList()))
        .intercept(StubMethod.INSTANCE)
        .make()
        .getBytes();
  }

  /** GlassFish and Payara serve by Grizzly and have no class of Tomcat's Coyote. */
  @Test
  void relativeOfALibraryClassIsLeftAsItIsWithoutAWarning() throws IOException {
    String grizzly = "org.glassfish.grizzly.http.server.";
    byte[] relative = coyoteAdapter(grizzly + "Request", grizzly + "Response");
    PrintStream real = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, "UTF-8"));
    try {
      assertThat(weave(getClass().getClassLoader(), ADAPTER, relative)).isNull();
    } finally {
      System.setErr(real);
    }
    assertThat(said.toString("UTF-8")).isEmpty();
    assertThat(weaver.libraries()).containsEntry("tomcat", "absent");
    assertThat(weaver.wovenClasses()).isZero();
    assertThat(failures).isEmpty();
  }

  /** A later Tomcat would use Coyote, too. */
  @Test
  void otherVersionOfALibraryClassIsPartial() {
    byte[] later = coyoteAdapter("org.apache.coyote.Exchange");
    assertThat(weave(getClass().getClassLoader(), ADAPTER, later)).isNull();
    assertThat(weaver.libraries()).containsEntry("tomcat", "partial");
  }

  @Test
  void instrumentationThatIsNotThereIsCounted() {
    instrumentations.put("com/acme/Http", "com.acme.NoSuchInstrumentation");
    assertThat(weave(getClass().getClassLoader(), "com.acme.Http", sample())).isNull();
    assertThat(failures).hasSize(1);
  }

  /** A class loader that hides the bridge, as OSGi does by default. */
  @Test
  void classWhoseLoaderDoesNotSeeTheBridgeIsLeftAsItIsAndWarnedAboutOnce() throws IOException {
    ClassLoader blind =
        new ClassLoader(null) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("java.")) {
              return super.loadClass(name, resolve);
            }
            throw new ClassNotFoundException(name);
          }
        };
    PrintStream real = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, "UTF-8"));
    try {
      assertThat(weave(blind, CLIENT, sample())).isNull();
      assertThat(weave(blind, CLIENT, sample())).isNull();
    } finally {
      System.setErr(real);
    }
    assertThat(said.toString("UTF-8"))
        .hasLineCount(1)
        .contains("Class " + CLIENT + " is not observed")
        .contains("org.osgi.framework.bootdelegation");
    assertThat(failures).isEmpty();
  }

  @Test
  void clientsAreReported() {
    AtomicInteger reported = new AtomicInteger();
    weaver.afterClient(reported::incrementAndGet);
    ClassLoader loader = getClass().getClassLoader();
    weave(loader, "com.acme.Other", sample());
    weave(loader, "com.acme.customerio.MockClient", sample());
    assertThat(reported).hasValue(0);
    weave(loader, CLIENT, sample());
    assertThat(reported).hasValue(1);
  }

  @Test
  void concernsListedClassesAndClients() {
    instrumentations.put("com/acme/Http", "a.B");
    assertThat(weaver.concerns("com/acme/Http")).isTrue();
    assertThat(weaver.concerns("com/acme/customerio/Client")).isTrue();
    assertThat(weaver.concerns("com/acme/customerio/MockClient")).isFalse();
    assertThat(weaver.concerns("com/acme/Other")).isFalse();
  }

  /**
   * Those of the JDK; the libraries' own are woven in the integration tests, version by version.
   */
  static Stream<Arguments> wovenClasses() throws IOException {
    Properties lines = new Properties();
    try (InputStream in =
        Weaver.class.getResourceAsStream("/META-INF/customerio-agent/woven-classes")) {
      lines.load(in);
    }
    return lines.stringPropertyNames().stream()
        .filter(name -> name.matches("[+]?(java|com[.]sun|sun|jdk)[.].*"))
        .map(name -> arguments(name, lines.get(name)));
  }

  /**
   * Against the classes of the running JDK: an advice that no longer fits fails the build. Other
   * libraries, and what other JDKs have, are the integration tests' business.
   */
  @ParameterizedTest
  @MethodSource("wovenClasses")
  void everyAdviceFitsIntoTheJdk(String listed, String instrumentation) throws IOException {
    boolean later = "+*".indexOf(listed.charAt(0)) >= 0;
    String name = later ? listed.substring(1) : listed;
    String internalName = name.replace('.', '/');
    ClassFileLocator.Resolution found =
        ClassFileLocator.ForClassLoader.ofPlatformLoader().locate(name);
    assumeTrue(found.isResolved());
    byte[] classFile = found.resolve();
    instrumentations.put(internalName, instrumentation);
    byte[] woven =
        later
            ? weaver.weaveJdkClass(null, internalName, classFile, instrumentation)
            : weave(getClass().getClassLoader(), name, classFile);
    assertThat(failures).isEmpty();
    assertThat(woven).isNotNull().isNotEqualTo(classFile);
  }
}
