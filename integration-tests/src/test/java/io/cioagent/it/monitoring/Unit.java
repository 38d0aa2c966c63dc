package io.cioagent.it.monitoring;

import java.util.Locale;

/** Values as Grafana writes them, for the few units that the dashboard has. */
final class Unit {

  private Unit() {}

  static String text(String unit, double value) {
    return switch (unit) {
      case "ms" -> value < 1000 ? number(value) + " ms" : number(value / 1000) + " s";
      case "s" -> value < 1 ? number(value * 1000) + " ms" : number(value) + " s";
      case "reqps" -> number(value) + " req/s";
      case "percent" -> number(value) + " %";
      case "percentunit" -> number(value * 100) + " %";
      case "short" -> number(value);
      default -> throw new IllegalArgumentException("a unit that is new here: " + unit);
    };
  }

  private static String number(double value) {
    if (value == Math.rint(value) || value >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
  }
}
