package io.cioagent.core.tracing;

/** Reads request headers of one kind of server. Safe for any thread. */
public interface HeaderReader {

  /** The first header of that name, ignoring case; null for none. */
  String header(Object request, String name);
}
