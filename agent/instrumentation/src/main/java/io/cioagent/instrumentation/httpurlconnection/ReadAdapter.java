package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.nio.ByteBuffer;

/** The application reads an answer. */
final class ReadAdapter extends Adapter {
  private final Readings readings;

  ReadAdapter(Observer observer, Readings readings) {
    super(observer, "httpurlconnection");
    this.readings = readings;
  }

  @Override
  public Object enter(Object stream, Object unused, Object unusedToo) {
    return readings.find(stream);
  }

  @Override
  public void exit(Object scope, Object bytes, Throwable thrown) {
    Reading reading = (Reading) scope;
    if (bytes == null) {
      reading.end();
    } else {
      reading.read((ByteBuffer) bytes);
    }
  }
}
