package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application is about to read once more what it has read since the mark. */
final class ResetAdapter extends Adapter {
  private final Readings readings;

  ResetAdapter(Observer observer, Readings readings) {
    super(observer, "httpurlconnection");
    this.readings = readings;
  }

  @Override
  public Object enter(Object stream, Object unused, Object unusedToo) {
    Reading reading = readings.find(stream);
    if (reading != null) {
      reading.reset();
    }
    return null;
  }
}
