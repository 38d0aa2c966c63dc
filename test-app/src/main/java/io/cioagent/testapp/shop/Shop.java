package io.cioagent.testapp.shop;

import io.cioagent.testapp.customerio.CustomerIoClient;
import io.cioagent.testapp.shop.CustomerFile.Customer;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs the business on a few threads and prints a line for each thing that happens. */
public final class Shop {

  private final Clients clients;
  private final PrintStream out;
  private final OccasionDeck deck;
  private final CustomerFile customers;
  private final ShopCounts counts = new ShopCounts();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Thread> staff = new ArrayList<>();

  public Shop(Clients clients, long seed, PrintStream out) {
    this.clients = clients;
    this.out = out;
    this.deck = new OccasionDeck(seed);
    this.customers = new CustomerFile(seed);
  }

  /**
   * Opens the shop.
   *
   * @param rate occasions a second, all threads together
   */
  public void open(int threads, double rate) {
    long pauseMillis = Math.max(1, Math.round(1000 * threads / rate));
    for (int i = 1; i <= threads; i++) {
      Thread thread = new Thread(() -> work(pauseMillis), "shop-" + i);
      thread.setDaemon(true);
      staff.add(thread);
      thread.start();
    }
  }

  /** Lets everybody finish what they are at, so that no call is left out of the count. */
  public void close() throws InterruptedException {
    closing.countDown();
    for (Thread thread : staff) {
      thread.join();
    }
  }

  public ShopCounts counts() {
    return counts;
  }

  private void work(long pauseMillis) {
    try {
      long due = System.nanoTime();
      do {
        handle(deck.draw());
        // A slow call takes its time from the pause, so that the rate holds on a bad day too.
        due = Math.max(due + TimeUnit.MILLISECONDS.toNanos(pauseMillis), System.nanoTime());
      } while (!closing.await(due - System.nanoTime(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void handle(Occasion occasion) {
    switch (occasion) {
      case SIGN_UP:
        signUp(occasion);
        break;
      case ORDER:
        order(occasion);
        break;
      case VISIT:
        String visitor = "visitor-" + customers.dice(1000);
        Notes visit = new Notes();
        visit.call(
            "track_anonymous",
            () -> clients.main.trackAnonymous(visitor, "product_viewed", product()));
        say(occasion, visitor, visit);
        break;
      case PROFILE_CHANGE:
        identify(occasion, clients.main, customers.anyone());
        break;
      case OPT_OUT:
        Customer tired = customers.anyone();
        Notes optOut = new Notes();
        optOut.call("suppress", () -> clients.main.suppress(tired.id));
        say(occasion, tired.id, optOut);
        break;
      case ACCOUNT_CLOSED:
        Customer leaving = customers.leave();
        Notes closed = new Notes();
        closed.call("delete", () -> clients.main.delete(leaving.id));
        say(occasion, leaving.id, closed);
        break;
      case EUROPEAN_SIGN_UP:
        identify(occasion, clients.europe, customers.add());
        break;
      case NIGHTLY_EXPORT:
        identify(occasion, clients.nightly, customers.anyone());
        break;
    }
  }

  private void signUp(Occasion occasion) {
    Customer customer = customers.add();
    Notes notes = new Notes();
    notes.call("identify", () -> clients.main.identify(customer.id, customer.attributes()));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("source", "web \"spring\" campaign");
    data.put("phone", "+1 555 0100");
    notes.call("track", () -> clients.main.track(customer.id, "signed_up", data));
    if (customers.dice(2) == 0) {
      String token = "device-" + customers.dice(100_000);
      notes.call("add_device", () -> clients.main.addDevice(customer.id, token, "ios"));
    }
    say(occasion, customer.id, notes);
  }

  private void order(Occasion occasion) {
    Customer customer = customers.anyone();
    Map<String, Object> order = product();
    order.put("order_id", "A-" + (10_000 + customers.dice(90_000)));
    Notes notes = new Notes();
    notes.call("track", () -> clients.main.track(customer.id, "order_placed", order));
    notes.call(
        "send_email",
        () -> clients.main.sendTransactionalEmail(customer.email, "order_confirmation", order));
    say(occasion, customer.id, notes);
  }

  private void identify(Occasion occasion, CustomerIoClient client, Customer customer) {
    Notes notes = new Notes();
    notes.call("identify", () -> client.identify(customer.id, customer.attributes()));
    say(occasion, customer.id, notes);
  }

  private Map<String, Object> product() {
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("sku", "tea-" + customers.dice(50));
    product.put("price", (100 + customers.dice(4900)) / 100.0);
    return product;
  }

  private void say(Occasion occasion, String who, Notes notes) {
    out.println(
        String.format(
            "%tT  %-12s  %-32s  %s",
            LocalTime.now(ZoneId.systemDefault()), occasion.title, who, notes.text));
  }

  /** The calls of one occasion and what the shop makes of them. */
  private final class Notes {
    private final StringBuilder text = new StringBuilder();

    void call(String operation, Runnable call) {
      boolean worked = true;
      try {
        call.run();
      } catch (RuntimeException e) {
        // The message is the same for all failures: the client has lost the reason.
        worked = false;
      }
      counts.record(operation, worked);
      text.append(text.length() == 0 ? "" : ", ").append(operation);
      text.append(worked ? " ok" : " FAILED");
    }
  }

  /** The three clients that have grown in the shop over the years; on a good day all are one. */
  public static final class Clients {
    final CustomerIoClient main;
    final CustomerIoClient nightly;
    final CustomerIoClient europe;

    /**
     * Takes them all.
     *
     * @param nightly has an API key that is no longer valid
     * @param europe talks to a host that does not resolve
     */
    public Clients(CustomerIoClient main, CustomerIoClient nightly, CustomerIoClient europe) {
      this.main = main;
      this.nightly = nightly;
      this.europe = europe;
    }
  }
}
