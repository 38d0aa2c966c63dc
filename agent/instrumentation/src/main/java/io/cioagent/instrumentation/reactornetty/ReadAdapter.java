package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.ByteBuffer;

/** A part of an answer has arrived, which the application gets next. */
public final class ReadAdapter extends Adapter {

  public ReadAdapter(Observer observer) {
    super(observer, "reactornetty");
  }

  @Override
  public Object enter(Object operations, Object part, Object unused) {
    AnswerBody body = Bodies.find(operations);
    if (body != null && part instanceof HttpContent) {
      ByteBuf bytes = ((HttpContent) part).content();
      if (bytes.isReadable()) {
        for (ByteBuffer each : bytes.nioBuffers()) {
          body.read(each);
        }
      }
      if (part instanceof LastHttpContent) {
        body.end();
      }
    }
    return null;
  }
}
