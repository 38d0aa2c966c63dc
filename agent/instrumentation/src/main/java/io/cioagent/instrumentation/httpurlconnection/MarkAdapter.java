package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application may want to read from here once more. */
final class MarkAdapter extends Adapter {
  private final Readings readings;

  MarkAdapter(Observer observer, Readings readings) {
    super(observer, "httpurlconnection");
    this.readings = readings;
  }

  @Override
  public Object enter(Object stream, Object unused, Object unusedToo) {
    Reading reading = readings.find(stream);
    if (reading != null) {
      reading.mark();
    }
    return null;
  }
}
