package com.example.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** A web application on an embedded Tomcat. */
@SpringBootApplication
public class ShopApplication {

  public static void main(String[] args) {
    SpringApplication.run(ShopApplication.class, args);
  }

  /** Prints the port, as the benchmark lets the system choose one. */
  @Bean
  ApplicationListener<WebServerInitializedEvent> portLine() {
    return event -> {
      System.out.println("port " + event.getWebServer().getPort());
      System.out.flush();
    };
  }
}
