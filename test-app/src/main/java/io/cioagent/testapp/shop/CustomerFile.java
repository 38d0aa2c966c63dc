package io.cioagent.testapp.shop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The shop's customers. Old accounts go by number, newer ones by e-mail address. */
final class CustomerFile {

  private static final String[] FIRST_NAMES = {
    "Ada", "Bruno", "Chloé", "Dmitri", "Elif", "Farah", "Grace", "Hiro", "Ines", "Jonas"
  };
  private static final String[] LAST_NAMES = {
    "Miller", "O'Neill", "Nováková", "Santos", "Yıldız", "Weber", "Okafor", "Tanaka"
  };
  private static final String[] MAIL_NAMES = {
    "miller", "oneill", "novakova", "santos", "yildiz", "weber", "okafor", "tanaka"
  };

  /** Keeps a run until Ctrl-C from growing without end. */
  private static final int MOST_REMEMBERED = 200;

  private final Random random;
  private final List<Customer> customers = new ArrayList<>();
  private int lastNumber = 1000;

  CustomerFile(long seed) {
    this.random = new Random(seed);
  }

  synchronized Customer add() {
    int number = ++lastNumber;
    int last = random.nextInt(LAST_NAMES.length);
    String firstName = FIRST_NAMES[random.nextInt(FIRST_NAMES.length)];
    String mailName = firstName.toLowerCase(Locale.ROOT).replace('é', 'e');
    String email = mailName + "." + MAIL_NAMES[last] + "+" + number + "@example.com";
    String id = random.nextBoolean() ? email : "cust-" + number;
    Customer customer = new Customer(id, firstName + " " + LAST_NAMES[last], email);
    if (customers.size() == MOST_REMEMBERED) {
      customers.remove(0);
    }
    customers.add(customer);
    return customer;
  }

  synchronized Customer anyone() {
    return customers.isEmpty() ? add() : customers.get(random.nextInt(customers.size()));
  }

  synchronized Customer leave() {
    return customers.isEmpty() ? add() : customers.remove(random.nextInt(customers.size()));
  }

  /** Up to {@code bound}, exclusive; from the same dice as everything else. */
  synchronized int dice(int bound) {
    return random.nextInt(bound);
  }

  /** A customer as the shop knows them. */
  static final class Customer {
    final String id;
    final String name;
    final String email;

    private Customer(String id, String name, String email) {
      this.id = id;
      this.name = name;
      this.email = email;
    }

    Map<String, Object> attributes() {
      Map<String, Object> attributes = new LinkedHashMap<>();
      attributes.put("email", email);
      attributes.put("name", name);
      attributes.put("created_at", 1789000000L);
      attributes.put("newsletter", true);
      return attributes;
    }
  }
}
