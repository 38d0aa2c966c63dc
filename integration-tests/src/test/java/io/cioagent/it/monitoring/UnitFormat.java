package io.cioagent.it.monitoring;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** {@link Unit} for the axes of a chart. */
final class UnitFormat extends NumberFormat {

  private final String unit;

  UnitFormat(String unit) {
    this.unit = unit;
  }

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    return to.append(Unit.text(unit, number));
  }

  @Override
  public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
    return format((double) number, to, position);
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("only written, never read");
  }
}
