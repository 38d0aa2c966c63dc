package io.cioagent.it.apps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What a request asks of the receiver: the last two segments of its path, {@code /any/WAY/ANSWER}.
 *
 * <p>Ways to read the body, of which each receiver has some:
 *
 * <ul>
 *   <li>{@code stream}: in pieces, into the middle of a buffer; {@code all}: in large pieces, and
 *       once more after the end; {@code single}: byte by byte; {@code line}, {@code reader}, {@code
 *       parameters}, {@code parts}: as the servlet API offers
 *   <li>{@code some}: ten bytes; {@code none}: not at all
 *   <li>{@code async}: as {@code stream}, answered by another thread; {@code async-timeout}: read
 *       and never answered; {@code dispatch}: handed from another thread to {@code stream}
 *   <li>{@code nonblocking}: as the bytes come; {@code nonblocking-some}: the first of them
 *   <li>{@code wrapped}: through a filter's own stream; {@code copied}: a filter has read all and
 *       hands a copy on; {@code forward}: forwarded to {@code stream}
 * </ul>
 *
 * <p>Answers: a status; {@code error-STATUS}, an error page of the server's; {@code throws}; {@code
 * early}, 200 and part of the body before anything is read; {@code hang}, 200 once released; {@code
 * calls}, 200 once an address has been asked, which the command of that name tells. What is
 * answered with is the {@link Reading}.
 */
public final class Hook {

  private static final BlockingQueue<String> OBSERVATIONS = new LinkedBlockingQueue<>();
  private static final Semaphore HANGING = new Semaphore(0);
  private static final Semaphore RELEASED = new Semaphore(0);
  private static volatile String address;

  public final String way;
  public final String answer;

  private Hook(String way, String answer) {
    this.way = way;
    this.answer = answer;
  }

  public static Hook of(String path) {
    String[] segments = path.split("\\?", 2)[0].split("/", -1);
    return new Hook(segments[segments.length - 2], segments[segments.length - 1]);
  }

  /** For {@code 401} and {@code error-401}; 200 for what says something else. */
  public int status() {
    String digits = answer.replace("error-", "");
    return digits.matches("\\d{3}") ? Integer.parseInt(digits) : 200;
  }

  public boolean isError() {
    return answer.startsWith("error-");
  }

  /** After reading, before the answer. */
  public void beforeAnswer() {
    if (answer.equals("throws")) {
      throw new IllegalStateException("on purpose");
    }
    if (answer.equals("hang")) {
      HANGING.release();
      RELEASED.acquireUninterruptibly();
    }
    if (answer.equals("calls")) {
      call(address);
    }
  }

  private static void call(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setRequestMethod("PUT");
      connection.getResponseCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String calls(String url) {
    address = url;
    return url;
  }

  /** The receiver is done with one request and saw this; the test asks for each of them. */
  public static void observed(Object what) {
    OBSERVATIONS.add(what.toString());
  }

  static String observation() throws InterruptedException {
    return String.valueOf(OBSERVATIONS.poll(10, TimeUnit.SECONDS));
  }

  /** What an earlier case has not asked for. */
  static String forget() {
    OBSERVATIONS.clear();
    return "forgotten";
  }

  /** Returns once a request hangs. */
  static String entered() throws InterruptedException {
    return String.valueOf(HANGING.tryAcquire(10, TimeUnit.SECONDS));
  }

  static String release() {
    RELEASED.release();
    return "released";
  }
}
