package io.cioagent.core.call;

import org.jspecify.annotations.Nullable;

/** One exchange on the wire. Written by its {@link Exchange} alone, final once it has ended. */
public final class Attempt extends Attachable {
  private final Call call;
  private final Request request;
  private final int resendCount;
  private final long startNanos;
  private long endNanos;
  private int status;
  private @Nullable String errorType;
  private @Nullable Throwable error;

  Attempt(Call call, Request request, int resendCount, long startNanos) {
    this.call = call;
    this.request = request;
    this.resendCount = resendCount;
    this.startNanos = startNanos;
  }

  void answered(int answeredStatus) {
    status = answeredStatus;
  }

  void end(@Nullable String endErrorType, @Nullable Throwable endError, long nanos) {
    errorType = endErrorType;
    error = endError;
    endNanos = nanos;
  }

  /** The operation that this attempt belongs to. */
  public Call call() {
    return call;
  }

  public Request request() {
    return request;
  }

  /** How often the same request was sent before, 0 for the first time; redirects count. */
  public int resendCount() {
    return resendCount;
  }

  /** {@link System#nanoTime()} when the attempt began. */
  public long startNanos() {
    return startNanos;
  }

  /** {@link System#nanoTime()} when the attempt was over. */
  public long endNanos() {
    return endNanos;
  }

  /** The HTTP status, 0 where no answer came. */
  public int status() {
    return status;
  }

  /** The value of the label {@code error_type}, null without an error. */
  public @Nullable String errorType() {
    return errorType;
  }

  /** What the application got instead of an answer, null where an answer came. */
  public @Nullable Throwable error() {
    return error;
  }
}
