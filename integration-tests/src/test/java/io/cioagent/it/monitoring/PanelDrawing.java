package io.cioagent.it.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.cioagent.it.monitoring.Prometheus.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.RangeType;
import org.jfree.data.time.FixedMillisecond;
import org.jfree.data.time.TimeSeries;
import org.jfree.data.time.TimeSeriesCollection;

/** One picture of all panels, laid out as the dashboard lays them out. */
final class PanelDrawing {

  private static final int COLUMN = 60;
  private static final int ROW = 28;
  private static final int GAP = 4;
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Font BIG = new Font(Font.SANS_SERIF, Font.BOLD, 40);

  private static final Map<String, Color> COLORS =
      Map.of(
          "green", new Color(0x37872D),
          "yellow", new Color(0xC0A000),
          "orange", new Color(0xD9730B),
          "red", new Color(0xC4162A),
          "blue", new Color(0x1F60C4));

  private static final Color[] PALETTE = {
    new Color(0x37872D), new Color(0x1F60C4), new Color(0xD9730B), new Color(0xC4162A),
    new Color(0x8F3BB8), new Color(0x00868B), new Color(0xC0A000), new Color(0x7A4B2A),
    new Color(0xE0529C), new Color(0x5A6B7B), new Color(0x73BF69), new Color(0x8AB8FF)
  };

  private final BufferedImage image;
  private final Graphics2D canvas;

  private final Instant from;
  private final Instant to;

  PanelDrawing(Instant from, Instant to) {
    this.from = from;
    this.to = to;
    int rows = 0;
    for (Panel panel : Panel.all()) {
      JsonNode at = panel.json().path("gridPos");
      rows = Math.max(rows, at.path("y").asInt() + at.path("h").asInt());
    }
    image = new BufferedImage(24 * COLUMN, rows * ROW, BufferedImage.TYPE_INT_RGB);
    canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setColor(new Color(0xF0F0F2));
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    for (JsonNode panel : Yaml.read(Panel.FILE).path("panels")) {
      if (panel.path("type").asText().equals("row")) {
        canvas.setColor(Color.DARK_GRAY);
        canvas.setFont(TITLE.deriveFont(17f));
        canvas.drawString(
            panel.path("title").asText(),
            2 * GAP,
            panel.path("gridPos").path("y").asInt() * ROW + 2 * ROW / 3);
      }
    }
  }

  void write(Path file) throws IOException {
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    ImageIO.write(image, "png", file.toFile());
  }

  /**
   * Draws a panel.
   *
   * @param answers what each of its queries gave
   */
  void add(Panel panel, List<List<Series>> answers) {
    JsonNode at = panel.json().path("gridPos");
    Rectangle box =
        new Rectangle(
            at.path("x").asInt() * COLUMN + GAP,
            at.path("y").asInt() * ROW + GAP,
            at.path("w").asInt() * COLUMN - 2 * GAP,
            at.path("h").asInt() * ROW - 2 * GAP);
    canvas.setColor(Color.WHITE);
    canvas.fill(box);
    canvas.setColor(Color.BLACK);
    canvas.setFont(TITLE);
    canvas.drawString(panel.title(), box.x + 8, box.y + 20);
    Rectangle inside = new Rectangle(box.x + 4, box.y + 26, box.width - 8, box.height - 30);
    List<Line> lines = lines(panel, answers);
    if (panel.type().equals("table")) {
      new TableDrawing(canvas, TEXT).draw(panel, answers, inside);
    } else if (lines.isEmpty()) {
      canvas.setFont(BIG);
      canvas.setColor(Color.LIGHT_GRAY);
      canvas.drawString("No data", inside.x + 20, inside.y + inside.height / 2);
    } else {
      switch (panel.type()) {
        case "timeseries" -> timeSeries(panel, lines, inside);
        case "stat" -> stat(panel, lines.get(0), inside);
        case "bargauge" -> bars(panel, lines, inside);
        default -> throw new IllegalArgumentException("new here: " + panel.type());
      }
    }
  }

  private void timeSeries(Panel panel, List<Line> lines, Rectangle box) {
    TimeSeriesCollection data = new TimeSeriesCollection();
    for (Line line : lines) {
      TimeSeries series = new TimeSeries(line.name);
      line.series
          .values()
          .forEach(
              (time, value) ->
                  series.addOrUpdate(new FixedMillisecond((long) (time * 1000)), value));
      data.addSeries(series);
    }
    JFreeChart chart =
        ChartFactory.createTimeSeriesChart(null, null, null, data, true, false, false);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.getLegend().setItemFont(TEXT);
    chart.getLegend().setFrame(BlockBorder.NONE);
    XYPlot plot = chart.getXYPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    plot.setOutlineVisible(false);
    NumberAxis axis = (NumberAxis) plot.getRangeAxis();
    axis.setAutoRangeIncludesZero(true);
    axis.setAutoRangeMinimumSize(panel.unit().equals("short") ? 1 : 0.001);
    axis.setRangeType(RangeType.POSITIVE);
    axis.setNumberFormatOverride(new UnitFormat(panel.unit()));
    axis.setTickLabelFont(TEXT);
    plot.getDomainAxis().setTickLabelFont(TEXT);
    plot.getDomainAxis().setRange((double) from.toEpochMilli(), (double) to.toEpochMilli());
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    for (int i = 0; i < lines.size(); i++) {
      renderer.setSeriesPaint(i, PALETTE[i % PALETTE.length]);
      renderer.setSeriesStroke(i, new BasicStroke(1.5f));
    }
    plot.setRenderer(renderer);
    for (JsonNode step : panel.json().at("/fieldConfig/defaults/thresholds/steps")) {
      if (step.path("value").isNumber() && COLORS.containsKey(step.path("color").asText())) {
        plot.addRangeMarker(
            new ValueMarker(
                step.path("value").asDouble(),
                COLORS.get(step.path("color").asText()),
                new BasicStroke(1f)));
      }
    }
    AffineTransform before = canvas.getTransform();
    chart.draw(canvas, box);
    canvas.setTransform(before);
    canvas.setClip(null);
  }

  private void stat(Panel panel, Line line, Rectangle box) {
    double value = line.last();
    canvas.setFont(BIG);
    canvas.setColor(color(panel, value));
    canvas.drawString(text(panel, value), box.x + 20, box.y + box.height / 2);
  }

  private void bars(Panel panel, List<Line> lines, Rectangle box) {
    double most = lines.stream().mapToDouble(Line::last).max().orElse(1);
    int height = Math.min(34, box.height / lines.size());
    int names = Math.min(130, box.width / 3);
    int width = box.width - names - 90;
    canvas.setFont(TEXT);
    for (int i = 0; i < lines.size(); i++) {
      double value = lines.get(i).last();
      int y = box.y + i * height;
      canvas.setColor(Color.BLACK);
      canvas.drawString(lines.get(i).name, box.x + 4, y + height / 2 + 4);
      canvas.setColor(new Color(0xE8E8EA));
      canvas.fillRect(box.x + names, y + 3, width, height - 6);
      canvas.setColor(fixed(panel, lines.get(i).name, value));
      canvas.fillRect(
          box.x + names, y + 3, (int) (most > 0 ? width * value / most : 0), height - 6);
      canvas.drawString(text(panel, value), box.x + names + width + 8, y + height / 2 + 4);
    }
  }

  private static String text(Panel panel, double value) {
    int decimals = panel.json().at("/fieldConfig/defaults/decimals").asInt(1);
    return Unit.text(panel.unit(), decimals == 0 ? Math.rint(value) : value);
  }

  /** The colour that the dashboard gives a value by its name, else by its thresholds. */
  private static Color fixed(Panel panel, String name, double value) {
    for (JsonNode override : panel.json().at("/fieldConfig/overrides")) {
      if (override.at("/matcher/options").asText().equals(name)) {
        return COLORS.get(override.at("/properties/0/value/fixedColor").asText());
      }
    }
    return color(panel, value);
  }

  private static Color color(Panel panel, double value) {
    Color color = COLORS.get("green");
    for (JsonNode step : panel.json().at("/fieldConfig/defaults/thresholds/steps")) {
      if (step.path("value").isNull() || value >= step.path("value").asDouble()) {
        color = COLORS.getOrDefault(step.path("color").asText(), color);
      }
    }
    return color;
  }

  private static List<Line> lines(Panel panel, List<List<Series>> answers) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      String legend = panel.targets().get(i).legend();
      for (Series series : answers.get(i)) {
        lines.add(new Line(series.name(legend), series));
      }
    }
    return lines;
  }

  private record Line(String name, Series series) {
    double last() {
      return series.values().lastEntry().getValue();
    }
  }
}
