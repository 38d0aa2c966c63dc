package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application reads no more of an answer. */
final class CloseAdapter extends Adapter {
  private final Readings readings;

  CloseAdapter(Observer observer, Readings readings) {
    super(observer, "httpurlconnection");
    this.readings = readings;
  }

  @Override
  public Object enter(Object stream, Object unused, Object unusedToo) {
    readings.end(stream);
    return null;
  }
}
