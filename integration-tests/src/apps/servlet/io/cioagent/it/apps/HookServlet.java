package io.cioagent.it.apps;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Receives in whichever way the path asks for. */
public final class HookServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Hook hook = Hook.of(request.getRequestURI());
    switch (hook.way) {
      case "async":
      case "async-timeout":
      case "dispatch":
      case "nonblocking":
      case "nonblocking-some":
        AsyncHook.start(hook, request, response);
        break;
      case "forward":
        request.getRequestDispatcher("/forwarded/stream/" + hook.answer).forward(request, response);
        break;
      default:
        receive(hook, request, response);
    }
  }

  /** On whichever thread. */
  static void receive(Hook hook, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Reading reading = new Reading();
    try {
      if (hook.answer.equals("early")) {
        begin(hook, response);
        response.getOutputStream().print("early ");
        response.flushBuffer();
      }
      ServletReads.read(hook.way, request, reading);
      hook.beforeAnswer();
    } catch (IOException | RuntimeException thrown) {
      Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
      throw thrown;
    }
    answer(hook, reading, response);
  }

  static void answer(Hook hook, Reading reading, HttpServletResponse response) throws IOException {
    String reported = reading.reported();
    Hook.observed(reported);
    if (hook.isError()) {
      response.sendError(hook.status(), "on purpose");
      return;
    }
    begin(hook, response);
    response.getOutputStream().print(reported);
  }

  private static void begin(Hook hook, HttpServletResponse response) {
    response.setStatus(hook.status());
    response.setContentType("text/plain");
  }
}
