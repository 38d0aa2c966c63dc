package io.cioagent.it.apps;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** A handler of Jetty 12 without servlets. */
public final class JettyCoreReceiverApp extends JettyReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new JettyCoreReceiverApp().run();
  }

  @Override
  void handle(Server server) {
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            CoreHook hook = new CoreHook(request, response, callback);
            switch (Hook.of(request.getHttpURI().getPath()).way) {
              case "nonblocking":
              case "nonblocking-some":
                hook.demanded();
                break;
              case "async":
                new Thread(hook::receiveOrFail).start();
                break;
              default:
                hook.receive();
            }
            return true;
          }
        });
  }
}
