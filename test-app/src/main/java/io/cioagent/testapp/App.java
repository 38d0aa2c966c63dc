package io.cioagent.testapp;

import io.cioagent.testapp.customerio.CustomerIoClient;
import io.cioagent.testapp.receiver.Receiver;
import io.cioagent.testapp.shop.Shop;
import io.cioagent.testapp.standin.Day;
import io.cioagent.testapp.standin.Reporting;
import io.cioagent.testapp.standin.StandInServer;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts the shop, against its own stand-in Customer.io unless a real account is given. */
public final class App {

  private static final String SITE_ID = "stand-in-site";
  private static final String API_KEY = "stand-in-key";
  private static final String APP_API_KEY = "stand-in-app-key";
  private static final String EXPIRED_API_KEY = "last-years-key";

  /** The shop's patience, and an answer that comes well after it. */
  private static final int TIMEOUT_MILLIS = 1000;

  private static final int LATE_MILLIS = 2500;

  private static final String SIGNING_KEY = "stand-in-signing-key";

  /** Longer than the four seconds that Customer.io waits for a webhook's answer. */
  private static final int SLOW_WEBHOOK_MILLIS = 4400;

  private static final long MAILINGS_EVERY_SECONDS = 20;

  /** Enough for a webhook that is answered slowly and then sent again. */
  private static final long LAST_WEBHOOKS_MILLIS = 15_000;

  /** Who pressed Ctrl-C waits for the next prompt. */
  private static final long LAST_WEBHOOKS_ON_CTRL_C_MILLIS = 2000;

  private final Options options;
  private final PrintStream out;
  private boolean summed;

  private App(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Exits with 0, with 1 if calls to a real account failed, with 2 for options it cannot read. */
  public static void main(String[] arguments) throws Exception {
    Options options;
    try {
      options = Options.read(arguments, System.getProperties());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(Options.USAGE);
      System.exit(2);
      return;
    }
    if (options.help) {
      System.out.println(Options.USAGE);
      return;
    }
    RealAccount account = RealAccount.of(System.getenv(), System.out);
    App app = new App(options, System.out);
    if (account == null) {
      app.runAgainstStandIn();
    } else if (!account.visit()) {
      System.exit(1);
    } else {
      app.linger();
    }
  }

  private void runAgainstStandIn() throws IOException, InterruptedException {
    Path ownHostsFile = RealNames.chooseHostsFile();
    boolean realNames = RealNames.leadHere();
    if (ownHostsFile != null && realNames) {
      // Else it stays, because the way to start the shop that we print names it.
      ownHostsFile.toFile().deleteOnExit();
    }
    // A proxy set for the machine would otherwise get the calls that are meant for this JVM.
    System.setProperty("http.nonProxyHosts", "*.customer.io|*.invalid|localhost|127.*");
    StandInServer.Credentials credentials =
        new StandInServer.Credentials(SITE_ID, API_KEY, APP_API_KEY);
    String signingKey = signingKey();
    try (StandInServer standIn =
            new StandInServer(
                options.day.faults().downWhile(options.outage),
                credentials,
                LATE_MILLIS,
                options.seed);
        Receiver receiver =
            new Receiver(signingKey, SLOW_WEBHOOK_MILLIS, options.day == Day.GOOD, out)) {
      URL hook = new URL("http://127.0.0.1:" + receiver.port() + Receiver.PATH);
      introduce(standIn.port(), realNames, ownHostsFile, hook);
      Shop shop = new Shop(clients(standIn.port(), realNames), options.seed, out);
      Reporting reporting = standIn.reportTo(hook, signingKey, options.day);
      Thread onCtrlC =
          new Thread(
              () -> sumUp(shop, standIn, reporting, receiver, LAST_WEBHOOKS_ON_CTRL_C_MILLIS),
              "sum-up");
      Runtime.getRuntime().addShutdownHook(onCtrlC);
      shop.open(options.threads, options.rate);
      stayOpen(reporting);
      sumUp(shop, standIn, reporting, receiver, LAST_WEBHOOKS_MILLIS);
      linger();
    }
  }

  /** With a round of mailings now and then. */
  private void stayOpen(Reporting reporting) throws InterruptedException {
    long left = options.seconds == 0 ? Long.MAX_VALUE : options.seconds;
    while (left > 0) {
      reporting.sendMailings();
      long pause = Math.min(left, MAILINGS_EVERY_SECONDS);
      waitSeconds(pause);
      left -= pause;
    }
  }

  private Shop.Clients clients(int port, boolean realNames) {
    String track = "http://" + (realNames ? RealNames.TRACK : "localhost") + ":" + port;
    String app = "http://" + (realNames ? RealNames.APP : "localhost") + ":" + port;
    if (options.day == Day.GOOD) {
      CustomerIoClient client = client(track, app, API_KEY);
      return new Shop.Clients(client, client, client);
    }
    boolean harmless = realNames && RealNames.leadsNowhere(RealNames.TRACK_EUROPE);
    String europeanHost = harmless ? RealNames.TRACK_EUROPE : "track-eu.customer.invalid";
    String europe = "http://" + europeanHost + ":" + port;
    return new Shop.Clients(
        client(track, app, API_KEY),
        client(track, app, EXPIRED_API_KEY),
        client(europe, app, API_KEY));
  }

  private static CustomerIoClient client(String track, String app, String apiKey) {
    return new CustomerIoClient(track, app, SITE_ID, apiKey, APP_API_KEY, TIMEOUT_MILLIS);
  }

  private String signingKey() throws IOException {
    if (options.signingKeyFile == null) {
      return SIGNING_KEY;
    }
    byte[] bytes = Files.readAllBytes(options.signingKeyFile);
    return new String(bytes, StandardCharsets.UTF_8).trim();
  }

  private void introduce(int port, boolean realNames, Path hostsFile, URL hook) {
    out.println(
        "A small shop that sends customer data to Customer.io. Nothing leaves this machine:");
    if (realNames) {
      out.println(
          String.format(
              "http://%s:%d and http://%s:%d are a stand-in inside this JVM.",
              RealNames.TRACK, port, RealNames.APP, port));
    } else {
      out.println("http://localhost:" + port + " is a stand-in for Customer.io inside this JVM.");
      out.println("(It could not take Customer.io's real host names: " + hint(hostsFile) + ")");
    }
    out.println("It reports back to " + hook + ", the shop's own receiver.");
    out.println(
        String.format(
            "%s, %s actions a second on %d threads, seed %d; --help lists the options.",
            options.seconds == 0 ? "Until Ctrl-C" : "For " + options.seconds + " seconds",
            BigDecimal.valueOf(options.rate).stripTrailingZeros().toPlainString(),
            options.threads,
            options.seed));
    out.println();
  }

  private static String hint(Path hostsFile) {
    if (hostsFile == null) {
      return "the file given as jdk.net.hosts.file does not map them to 127.0.0.1.";
    }
    return "a name was looked up before main began, or this is Java 8. On Java 9 and later start"
        + " it with -Djdk.net.hosts.file="
        + hostsFile
        + ".";
  }

  /** Runs once, at the time limit or on Ctrl-C. */
  private synchronized void sumUp(
      Shop shop,
      StandInServer standIn,
      Reporting reporting,
      Receiver receiver,
      long patienceMillis) {
    if (summed) {
      return;
    }
    summed = true;
    try {
      shop.close();
      if (!reporting.awaitAll(patienceMillis)) {
        System.err.println("Some webhooks are still on their way.");
      }
      // What is being dealt with is dealt with to the end; else the numbers were not the last.
      receiver.close();
      Summary summary = new Summary(shop.counts().byOperation(), standIn.traffic().byOperation());
      WebhookSummary webhooks = new WebhookSummary(receiver.log(), reporting.tally().counts());
      summary.print(out);
      webhooks.print(out);
      if (options.report != null) {
        Properties numbers = new Properties();
        summary.addTo(numbers);
        webhooks.addTo(numbers);
        new ReportFile(options.report).write(numbers);
      }
    } catch (IOException e) {
      System.err.println("Cannot sum up: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void linger() throws InterruptedException {
    waitSeconds(options.linger);
  }

  private static void waitSeconds(long seconds) throws InterruptedException {
    // A latch that is never released: await copes with any number of seconds and with an interrupt.
    new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
  }
}
