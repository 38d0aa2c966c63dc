package com.example.shop;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/** Sends operations to Customer.io with a {@link RestTemplate} on HttpURLConnection. */
@Component
public class CustomerIoClient {

  private final RestTemplate http;

  public CustomerIoClient(RestTemplateBuilder builder, @Value("${customerio.url}") String url) {
    http = builder.rootUri(url).requestFactory(() -> new SimpleClientHttpRequestFactory()).build();
  }

  public void identify(String userId, Map<String, Object> attributes) {
    http.put("/api/v1/customers/{id}", attributes, userId);
  }
}
