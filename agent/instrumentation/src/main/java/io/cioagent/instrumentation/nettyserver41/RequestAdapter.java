package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectDecoder;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.AsciiString;

/** A request, or a part of its body, is handed to the pipeline. */
public final class RequestAdapter extends Adapter {
  /** Keep their hashes. */
  private static final AsciiString SIGNATURE = AsciiString.of(Webhooks.SIGNATURE_HEADER);

  private static final AsciiString TIMESTAMP = AsciiString.of(Webhooks.TIMESTAMP_HEADER);

  public RequestAdapter(Observer observer) {
    super(observer, "nettyserver41");
  }

  @Override
  public Object enter(Object decoder, Object context, Object part) {
    if (part instanceof HttpRequest) {
      begin(decoder, ((ChannelHandlerContext) context).channel(), (HttpRequest) part);
    }
    if (part instanceof HttpContent) {
      Requests requests = Requests.find(((ChannelHandlerContext) context).channel());
      if (requests != null) {
        requests.read((HttpContent) part);
      }
    }
    return null;
  }

  private void begin(Object decoder, Channel channel, HttpRequest request) {
    WebhookRequest webhook = request.decoderResult().isFailure() ? null : recognise(request);
    if (webhook != null) {
      Requests requests = Requests.of(channel);
      requests.add(webhook, isPlain(request));
      requests.watch(channel);
    } else if (decoder instanceof HttpObjectDecoder) {
      // Its answer comes before those to what follows. A stream of HTTP/2 has one request only.
      Requests.of(channel).add();
    }
  }

  private WebhookRequest recognise(HttpRequest request) {
    Webhooks webhooks = observer().webhooks();
    if (!webhooks.mayBeSentBy(request.method().name())) {
      return null;
    }
    HttpHeaders headers = request.headers();
    return webhooks.begin(
        path(request.uri()),
        headers.get(SIGNATURE),
        headers.get(TIMESTAMP),
        headers.get(HttpHeaderNames.CONTENT_TYPE),
        HttpUtil.getContentLength(request, -1L));
  }

  /** Of an absolute form, as proxies get it, what follows the host. */
  private static String path(String target) {
    int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
    int path = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
    return path < 0 ? target : target.substring(path);
  }

  private static boolean isPlain(HttpRequest request) {
    String encoding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING);
    return encoding == null || encoding.equalsIgnoreCase("identity");
  }
}
