package io.cioagent.core.tracing;

import org.jspecify.annotations.Nullable;

/** Reads headers of one server's kind of requests. Safe for any thread. */
public interface HeaderReader {

  /** The first header of that name, in whatever case it came; null for none. */
  String header(@Nullable Object request, String name);
}
