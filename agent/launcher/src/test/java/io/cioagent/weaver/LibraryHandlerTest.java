package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.library.Request;
import com.acme.library.SignedRequest;
import io.cioagent.bridge.Handler;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.sample.BrokenAdapter;
import io.cioagent.instrumentation.sample.FailingAdapter;
import io.cioagent.instrumentation.sample.SampleAdapter;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LibraryHandlerTest {
  private static final String HOST = "track.customer.io";

  private final Recorder recorder = new Recorder();
  private final List<Class<?>> switchedOff = new ArrayList<>();
  private final Handler handler = handler(SampleAdapter.class);

  private LibraryHandler handler(Class<? extends Adapter> adapter) {
    Observer observer = recorder.observer();
    return new LibraryHandler(
        new AdapterLoaders(observer, (type, classes, failure) -> switchedOff.add(type))
            .link(adapter, Collections.singleton(Request.class.getName())));
  }

  /** A class loader with a copy of its own of these classes. */
  private static ClassLoader copyOf(ClassLoader parent, Class<?>... types) {
    return new ByteArrayClassLoader.ChildFirst(
        parent,
        Arrays.stream(types)
            .collect(Collectors.toMap(Class::getName, ClassFileLocator.ForClassLoader::read)));
  }

  private static Object make(ClassLoader loader, Class<?> type) throws Exception {
    return loader.loadClass(type.getName()).getConstructor().newInstance();
  }

  private Class<?> linkedWith(Object request) {
    Object scope = handler.enter(request, HOST, null);
    Object[] seen = new Object[1];
    handler.exit(scope, seen, null);
    return (Class<?>) seen[0];
  }

  @Test
  void eachCopyOfALibraryHasItsOwnAdapter() throws Exception {
    Object one = make(copyOf(Request.class.getClassLoader(), Request.class), Request.class);
    Object other = make(copyOf(Request.class.getClassLoader(), Request.class), Request.class);
    assertThat(linkedWith(one)).isSameAs(one.getClass());
    assertThat(linkedWith(other)).isSameAs(other.getClass()).isNotSameAs(one.getClass());
  }

  @Test
  void subclassIsHandledByTheLibrarysAdapter() throws Exception {
    ClassLoader library = copyOf(Request.class.getClassLoader(), Request.class);
    Object request = make(copyOf(library, SignedRequest.class), SignedRequest.class);
    assertThat(request.getClass().getClassLoader()).isNotSameAs(library);
    assertThat(linkedWith(request)).isSameAs(library.loadClass(Request.class.getName()));
  }

  @Test
  void methodWithoutScopeHasNoExit() {
    assertThat(handler.enter(new Request(), "example.com", null)).isNull();
  }

  @Test
  void adapterThatFailsToLoadIsReportedOnce() {
    Handler broken = handler(BrokenAdapter.class);
    assertThat(broken.enter(new Request(), HOST, null)).isNull();
    assertThat(broken.enter(new Request(), HOST, null)).isNull();
    assertThat(recorder.failures).hasSize(1);
    assertThat(recorder.failures.get(0)).startsWith("sample: ");
  }

  @Test
  void adapterThatKeepsFailingIsSwitchedOffForItsCopyOfTheLibraryAlone() throws Exception {
    Handler failing = handler(FailingAdapter.class);
    Object other = make(copyOf(Request.class.getClassLoader(), Request.class), Request.class);
    for (int i = 0; i < 100; i++) {
      failing.event(new Request(), HOST, null);
      failing.event(other, null, null);
    }
    assertThat(recorder.failures)
        .hasSize(CircuitBreaker.MOST_FAILURES)
        .allMatch(failure -> failure.startsWith("sample: java.lang.NoClassDefFoundError"));
    assertThat(switchedOff).containsExactly(Request.class);
    assertThat(failing.enter(new Request(), null, null)).isNull();
    assertThat(failing.enter(other, null, null)).isNotNull();
  }

  @Test
  @Timeout(30)
  void librarysClassLoaderCanBeCollected() throws Exception {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    WeakReference<ClassLoader> dropped = useAndDrop(collected);
    Object found = null;
    while (found == null) {
      System.gc();
      found = collected.remove(20);
    }
    assertThat(found).isSameAs(dropped);
  }

  private WeakReference<ClassLoader> useAndDrop(ReferenceQueue<ClassLoader> collected)
      throws Exception {
    ClassLoader library = copyOf(Request.class.getClassLoader(), Request.class);
    Object request = make(library, Request.class);
    assertThat(linkedWith(request)).isSameAs(request.getClass());
    return new WeakReference<>(library, collected);
  }
}
