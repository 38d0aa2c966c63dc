package io.cioagent.it.apps;

/** Has no server before it is told to make one, if ever. */
public final class LateJdkHttpServerApp {

  private LateJdkHttpServerApp() {}

  public static void main(String[] arguments) throws Exception {
    new Console()
        .on("serve", words -> String.valueOf(JdkHttpServerReceiverApp.startServer()))
        .on("observation", words -> Hook.observation())
        .run();
    // Whatever threads the server has left.
    System.exit(0);
  }
}
