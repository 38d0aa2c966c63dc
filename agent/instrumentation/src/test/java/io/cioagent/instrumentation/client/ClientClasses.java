package io.cioagent.instrumentation.client;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kotlin.coroutines.Continuation;
import reactor.core.publisher.Mono;

/** Classes as applications have them. Nobody calls them: they are looked at. */
@SuppressWarnings("unused")
final class ClientClasses {
  private ClientClasses() {}

  static class CustomerIoClient {
    public void identify(String userId, Map<String, Object> attributes) {}

    public void updateCustomer(Map<String, Object> attributes, Long userId) {}

    public void deleteCustomer(UUID userId) {}

    public void suppress(boolean now, int userId) {}

    public void unsuppress(Object userId) {}

    public void track(String userId, String eventName, Map<String, Object> data) {}

    public CompletableFuture<Void> trackEvent(long userId, Object options, String eventName) {
      return null;
    }

    public void postEvent(Integer userId, Map<String, Object> data) {}

    public void trackAnonymous(String anonymousId, String eventName) {}

    public void sendTransactionalEmail(String messageId) {}

    public void close() {}
  }

  static class CustomerIoGenericNames {
    public void delete(String userId) {}

    public void sendEmail(String to) {}
  }

  abstract static class CustomerIoEveryKind {
    public static void identify(String userId) {}

    protected void identifyUser(String userId) {}

    void identifyCustomer(String userId) {}

    private void track(String userId) {}

    public abstract void trackEvent(String userId);

    public native void sendEvent(String userId);

    public final synchronized void postEvent(String userId) {}
  }

  abstract static class Upserting<T> {
    public abstract void identify(T userId);
  }

  /** Has a bridge method besides. */
  static class CustomerIoUpserting extends Upserting<String> {
    @Override
    public void identify(String userId) {}
  }

  static class CustomerIoOverloads {
    public void track(String userId, String eventName) {}

    public void track(UUID userId, String eventName) {}
  }

  interface CustomerIoGateway {
    default void identify(String userId) {}
  }

  @interface CustomerIoTracked {
    String identify();
  }

  enum CustomerIoKind {
    ONLY;

    public void track(String userId) {}
  }

  static class MockCustomerIoClient extends CustomerIoClient {
    @Override
    public void identify(String userId, Map<String, Object> attributes) {}
  }

  static class CustomerIoClientStub extends CustomerIoClient {
    @Override
    public void identify(String userId, Map<String, Object> attributes) {}
  }

  static class CustomerIoPublisher {
    public Mono<String> identify(String userId) {
      return Mono.just(userId);
    }

    /** A suspend function, as Kotlin compiles it. */
    public Object track(String userId, String eventName, Continuation<String> continuation) {
      return userId;
    }
  }

  static class CustomerIoController {
    public void identify(String userId) {}
  }

  /** Named by no convention at all. */
  static class Crm {
    public void identify(String userId) {}

    public void upsert(String userId) {}

    private static void fire(String userId, String eventName) {}

    static void pair(String one, String two) {}
  }

  interface Mailing {
    void send(String to);

    default void sendAll(String to) {}
  }
}
