package io.cioagent.core.tracing;

import org.jspecify.annotations.Nullable;

/** Reads request headers of one kind of server. Safe for any thread. */
public interface HeaderReader {

  /** The first header of that name, ignoring case, if there is one. */
  @Nullable String header(Object request, String name);
}
