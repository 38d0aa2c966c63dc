package okhttp3;

/** Without the methods that the agent calls. */
public interface Interceptor {

  /** As above. */
  interface Chain {}
}
