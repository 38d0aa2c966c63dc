package io.cioagent.benchmarks.percall.wrapper;

import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/** An interceptor that measures requests to Customer.io. */
final class MeasuredExchange implements Interceptor {

  private final SdkTelemetry telemetry;

  MeasuredExchange(SdkTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    HttpUrl url = chain.request().url();
    if (!url.host().endsWith("customer.io")) {
      return chain.proceed(chain.request());
    }
    long startNanos = System.nanoTime();
    String method = chain.request().method();
    Span span = telemetry.startExchange(method, url.port());
    try {
      Response response = chain.proceed(chain.request());
      telemetry.exchange(span, method, url.port(), response.code(), System.nanoTime() - startNanos);
      return response;
    } catch (IOException e) {
      span.recordException(e).end();
      throw e;
    }
  }
}
