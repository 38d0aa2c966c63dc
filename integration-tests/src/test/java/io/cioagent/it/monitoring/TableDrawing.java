package io.cioagent.it.monitoring;

import io.cioagent.it.monitoring.Prometheus.Series;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table of a query a column, joined by their one label.
 *
 * @param canvas what is drawn on
 * @param font of the text
 */
record TableDrawing(Graphics2D canvas, Font font) {

  private static final int LINE = 26;

  void draw(Panel panel, List<List<Series>> answers, Rectangle box) {
    int columns = answers.size() + 1;
    int width = box.width / columns;
    Map<String, Double[]> rows = new TreeMap<>();
    for (int i = 0; i < answers.size(); i++) {
      for (Series series : answers.get(i)) {
        String row = String.join(" ", series.labels().values());
        rows.computeIfAbsent(row, name -> new Double[answers.size()])[i] =
            series.values().lastEntry().getValue();
      }
    }
    canvas.setFont(font.deriveFont(Font.BOLD));
    canvas.setColor(Color.DARK_GRAY);
    for (int i = 0; i < answers.size(); i++) {
      canvas.drawString(panel.targets().get(i).legend(), box.x + (i + 1) * width, box.y + LINE);
    }
    canvas.setFont(font);
    int y = box.y + LINE;
    for (Map.Entry<String, Double[]> row : rows.entrySet()) {
      y += LINE;
      canvas.setColor(Color.BLACK);
      canvas.drawString(row.getKey(), box.x + 4, y);
      for (int i = 0; i < answers.size(); i++) {
        Double value = row.getValue()[i];
        String text = value == null ? "–" : Unit.text(panel.unit(), value);
        canvas.drawString(text, box.x + (i + 1) * width, y);
      }
    }
  }
}
