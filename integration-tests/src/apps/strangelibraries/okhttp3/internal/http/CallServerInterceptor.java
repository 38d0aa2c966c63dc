package okhttp3.internal.http;

import okhttp3.Interceptor;

/**
 * Is woven, as it has the method that the agent requires; what the agent calls there is missing.
 */
public final class CallServerInterceptor implements Runnable {
  private int intercepted;

  public Object intercept(Interceptor.Chain chain) {
    intercepted++;
    return chain;
  }

  @Override
  public void run() {
    for (int i = 0; i < 12_000; i++) {
      intercept(new Interceptor.Chain() {});
    }
    if (intercepted != 12_000) {
      throw new IllegalStateException(intercepted + " calls");
    }
  }
}
