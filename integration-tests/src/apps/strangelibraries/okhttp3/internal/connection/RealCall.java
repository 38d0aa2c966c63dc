package okhttp3.internal.connection;

/** As a version of OkHttp might be that has renamed its methods. */
public final class RealCall {

  public String submit(String request) {
    return "submitted " + request;
  }
}
