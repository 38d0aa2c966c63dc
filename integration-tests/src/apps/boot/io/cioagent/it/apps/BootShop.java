package io.cioagent.it.apps;

import io.cioagent.it.apps.customerio.WarCustomerIoClient;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls Customer.io for each GET, and receives webhooks by POST. */
@SpringBootApplication
@RestController
public class BootShop {

  public static void main(String[] arguments) {
    SpringApplication.run(BootShop.class, arguments);
  }

  @GetMapping("/shop/")
  public String identify(@RequestParam("base") String base) throws IOException {
    return "= " + new WarCustomerIoClient(base).identify("5");
  }

  @PostMapping("/shop/hook")
  public void receive(@RequestBody byte[] body) {}
}
