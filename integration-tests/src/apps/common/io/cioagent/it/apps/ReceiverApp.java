package io.cioagent.it.apps;

/** An application that receives requests; see {@link Hook} for what their paths ask of it. */
public abstract class ReceiverApp {

  /** Whether the server is to take HTTP/2 without TLS, too. */
  protected static final boolean HTTP_2 = Boolean.getBoolean("receiver.http2");

  /**
   * Starts the server on a free port of the loopback address.
   *
   * @return that port
   */
  protected abstract int start() throws Exception;

  /** Takes commands until its input ends. */
  protected final void run() throws Exception {
    int port = start();
    new Console()
        .on("port", words -> String.valueOf(port))
        .on("observation", words -> Hook.observation())
        .on("forget", words -> Hook.forget())
        .on("entered", words -> Hook.entered())
        .on("calls", words -> Hook.calls(words.get(0)))
        .on("release", words -> Hook.release())
        .run();
    // Whatever threads the server has left.
    System.exit(0);
  }
}
