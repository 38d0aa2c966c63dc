package io.cioagent.it.apps.customerio.handover;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.AsyncResult;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Beans with methods that Spring calls on another thread. */
public class SpringCustomerIoClient {

  private static final Logger LOGGER = Logger.getLogger("org.springframework");

  private final String base;
  private final Mailbox mailbox;

  public SpringCustomerIoClient(String base) {
    this.base = base;
    LOGGER.setLevel(Level.OFF);
    // It stays open as long as the application.
    mailbox = new AnnotationConfigApplicationContext(Beans.class).getBean(Mailbox.class);
  }

  public boolean identify(String id) {
    mailbox.pooled(base, id);
    return true;
  }

  public boolean identifyUser(String id) {
    mailbox.threaded(base, id);
    return true;
  }

  public boolean upsertCustomer(String id) throws Exception {
    return mailbox.awaited(base, id).get() > 0;
  }

  /** What a bean can be asked for, so that it needs no generated subclass. */
  public interface Mailbox {
    void pooled(String base, String id);

    void threaded(String base, String id);

    Future<Integer> awaited(String base, String id);
  }

  /** The bean itself. */
  public static class Courier implements Mailbox {
    @Async("pool")
    @Override
    public void pooled(String base, String id) {
      new Sender(base, id).run();
    }

    @Async("simple")
    @Override
    public void threaded(String base, String id) {
      new Sender(base, id).run();
    }

    @Async("pool")
    @Override
    public Future<Integer> awaited(String base, String id) {
      return new AsyncResult<>(new Sender(base, id).call());
    }
  }

  /** The application's context. */
  @EnableAsync
  public static class Beans {
    @Bean
    public Mailbox mailbox() {
      return new Courier();
    }

    @Bean
    public ThreadPoolTaskExecutor pool() {
      ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
      pool.setCorePoolSize(2);
      pool.setDaemon(true);
      return pool;
    }

    @Bean
    public Executor simple() {
      SimpleAsyncTaskExecutor simple = new SimpleAsyncTaskExecutor("shop-simple-");
      simple.setDaemon(true);
      return simple;
    }
  }
}
