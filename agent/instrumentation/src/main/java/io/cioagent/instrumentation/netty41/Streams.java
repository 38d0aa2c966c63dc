package io.cioagent.instrumentation.netty41;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.codec.http2.Http2StreamChannel;
import java.io.EOFException;

/** The streams of an HTTP/2 connection. */
final class Streams {
  private Streams() {}

  /** Ends what is under way on a stream that closes without anybody having told why. */
  static void watch(Http2Connection connection, Flights flights) {
    if (flights.watchStreams()) {
      connection.addListener(
          new Http2ConnectionAdapter() {
            @Override
            public void onStreamClosed(Http2Stream stream) {
              Flight flight = flights.removeFromStream(stream.id());
              if (flight != null) {
                flight.lost(
                    new EOFException("stream closed before the response was complete"), false);
              }
            }
          });
    }
  }

  /** The channel of one stream is about to be closed. */
  static void failed(Flights ofConnection, Channel ofStream, Throwable cause) {
    try {
      if (ofStream instanceof Http2StreamChannel) {
        Flight flight = ofConnection.onStream(((Http2StreamChannel) ofStream).stream().id());
        if (flight != null) {
          flight.failed(cause);
        }
      }
    } catch (LinkageError e) {
      // A version without channels for streams.
    }
  }
}
