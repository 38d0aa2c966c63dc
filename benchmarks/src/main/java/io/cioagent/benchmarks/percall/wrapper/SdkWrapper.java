package io.cioagent.benchmarks.percall.wrapper;

import com.example.shop.CustomerIoClient;
import okhttp3.OkHttpClient;

/** Entry to the wrapper; loads the OpenTelemetry SDK only where it is wanted. */
public final class SdkWrapper {

  private static final boolean WANTED = Boolean.getBoolean("benchmark.wrapper");

  private SdkWrapper() {}

  public static boolean isWanted() {
    return WANTED;
  }

  public static CustomerIoClient client() {
    return new MeasuredClient(SdkTelemetry.instance());
  }

  public static OkHttpClient.Builder wrap(OkHttpClient.Builder client) {
    return client.addNetworkInterceptor(new MeasuredExchange(SdkTelemetry.instance()));
  }

  /** Counts a request as if it had been answered with that status. */
  public static void record(int status) {
    SdkTelemetry.instance().exchange("PUT", 443, status, 0);
  }
}
