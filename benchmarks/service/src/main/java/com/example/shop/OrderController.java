package com.example.shop;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The two pages of the shop. */
@RestController
public class OrderController {

  private final CustomerIoClient customerIo;

  public OrderController(CustomerIoClient customerIo) {
    this.customerIo = customerIo;
  }

  /** Answers as soon as the application is ready. */
  @GetMapping("/ready")
  public Map<String, String> ready() {
    return Map.of("state", "ready");
  }

  @GetMapping("/orders/{id}")
  public Map<String, Object> order(@PathVariable String id) {
    customerIo.identify(
        "cust_" + id, Map.of("email", "win@example.com", "plan", "premium", "orders", 3));
    return Map.of("id", id, "state", "placed");
  }
}
