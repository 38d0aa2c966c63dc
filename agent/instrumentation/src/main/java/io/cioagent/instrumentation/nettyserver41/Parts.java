package io.cioagent.instrumentation.nettyserver41;

import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * What a part of a message is. The usual classes come first: a JVM tests for a class at once, but
 * searches for an interface, and each search makes it forget the last one.
 */
final class Parts {
  private Parts() {}

  static boolean isRequest(Object part) {
    if (part instanceof DefaultHttpRequest) {
      return true;
    }
    boolean usual = isUsualContent(part) || part instanceof DefaultHttpResponse;
    return !usual && part instanceof HttpRequest;
  }

  static boolean isResponse(Object part) {
    if (part instanceof DefaultHttpResponse) {
      return true;
    }
    boolean usual = isUsualContent(part) || part instanceof DefaultHttpRequest;
    return !usual && part instanceof HttpResponse;
  }

  static boolean isContent(Object part) {
    return isUsualContent(part) || part instanceof HttpContent;
  }

  static boolean isLast(Object part) {
    return part == LastHttpContent.EMPTY_LAST_CONTENT || part instanceof LastHttpContent;
  }

  private static boolean isUsualContent(Object part) {
    return part == LastHttpContent.EMPTY_LAST_CONTENT || part instanceof DefaultHttpContent;
  }
}
