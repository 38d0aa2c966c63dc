package io.cioagent.it.apps;

import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.TrackMessage;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Sends to Pipelines by the client library that JVM services use for it: in batches, later. */
public final class SegmentApp {

  /** The tests search for it afterwards. */
  private static final String WRITE_KEY = "key-invented-9f3c77";

  /** What became of each message. */
  private static final class Outcomes implements Callback {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Override
    public void success(Message message) {
      heard.add("sent");
    }

    @Override
    public void failure(Message message, Throwable throwable) {
      heard.add("failed");
    }

    /** Of so many messages. */
    String await(int count) throws InterruptedException {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < count; i++) {
        all.append(i == 0 ? "" : " ").append(heard.poll(60, TimeUnit.SECONDS));
      }
      return all.toString();
    }
  }

  public static void main(String[] arguments) throws IOException {
    Outcomes outcomes = new Outcomes();
    Analytics analytics =
        Analytics.builder(WRITE_KEY).endpoint(arguments[0]).callback(outcomes).build();
    new Console()
        .on("send", words -> send(analytics, outcomes, Integer.parseInt(words.get(0))))
        .run();
    // Its threads wait for messages for ever.
    System.exit(0);
  }

  /** One batch. */
  private static String send(Analytics analytics, Outcomes outcomes, int count)
      throws InterruptedException {
    for (int i = 0; i < count; i++) {
      analytics.enqueue(
          i % 2 == 0
              ? IdentifyMessage.builder()
                  .userId("cust-5512")
                  .traits(Collections.singletonMap("email", "robin.vale@example.net"))
              : TrackMessage.builder("Order Placed").userId("cust-5512"));
    }
    analytics.flush();
    return outcomes.await(count);
  }
}
