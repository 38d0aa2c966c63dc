package io.cioagent.it.apps;

import io.cioagent.it.apps.customerio.WarCustomerIoClient;
import java.io.IOException;
import java.io.InputStream;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Calls Customer.io for each GET, and receives webhooks by POST. */
@WebServlet("/*")
public class ShopServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = new WarCustomerIoClient(request.getParameter("base")).identify("5");
    response.getWriter().print("= " + status);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] unused = new byte[1024];
    InputStream body = request.getInputStream();
    while (body.read(unused) >= 0) {
      // The content does not matter.
    }
    response.setStatus(200);
  }
}
