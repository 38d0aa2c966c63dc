package io.cioagent.it.monitoring;

import io.cioagent.it.harness.Await;
import io.cioagent.it.monitoring.Panel.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Draws the dashboard of a shop's bad minute, in which Customer.io is down for a while. No part of
 * the suite: {@code monitoring/picture.sh} runs it.
 */
class DashboardPicture {

  private static final String SHOP = "shop";

  /** What Grafana makes of a scrape interval of one second. */
  private static final Duration RATE_INTERVAL = Duration.ofSeconds(4);

  private static final Duration BEFORE = Duration.ofSeconds(35);
  private static final Duration OUTAGE = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(60);

  @Test
  @Timeout(180)
  void draw() throws IOException {
    Path file = Path.of(System.getProperty("monitoring.picture", "target/dashboard.png"));
    try (Shops shops = new Shops();
        Prometheus prometheus = Prometheus.start(Tool.named("prometheus"), Rules.read())) {
      prometheus.scrape(SHOP, shops.open(SHOP, "bad"));
      await(prometheus, BEFORE);
      Files.createFile(shops.outage(SHOP));
      await(prometheus, BEFORE.plus(OUTAGE));
      Files.delete(shops.outage(SHOP));
      await(prometheus, WHOLE);
      PanelDrawing drawing = new PanelDrawing(prometheus.start(), Instant.now());
      for (Panel panel : Panel.all()) {
        drawing.add(panel, answers(prometheus, panel));
      }
      drawing.write(file);
    }
  }

  private static List<List<Prometheus.Series>> answers(Prometheus prometheus, Panel panel) {
    List<List<Prometheus.Series>> answers = new ArrayList<>();
    for (Target target : panel.targets()) {
      answers.add(prometheus.ask(target, RATE_INTERVAL));
    }
    return answers;
  }

  private static void await(Prometheus prometheus, Duration age) {
    Await.found(
        "time to pass", WHOLE, () -> prometheus.age().compareTo(age) < 0 ? null : Boolean.TRUE);
  }
}
