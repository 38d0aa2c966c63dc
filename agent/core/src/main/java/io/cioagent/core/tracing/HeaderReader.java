package io.cioagent.core.tracing;

/** Reads headers of one server's kind of requests. Safe for any thread. */
public interface HeaderReader {

  /** The first header of that name, in whatever case it came; null for none. */
  String header(Object request, String name);
}
