package io.cioagent.core.privacy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Masks exceptions of the application. Never throws, even if the methods of an exception throw. */
public final class MaskedThrowable {
  /** The maximum number of characters of a stack trace: 8 KiB of ASCII. */
  private static final int LONGEST = 8192;

  private static final int MOST_FRAMES = 24;
  private static final String CAUSED_BY = "Caused by: ";
  private static final StackTraceElement[] NO_FRAMES = {};

  private MaskedThrowable() {}

  /** The masked message; null if there is none or if getMessage() throws, and for null. */
  public static @Nullable String message(Throwable throwable) {
    return message(throwable, DataRules.DEFAULT, null);
  }

  /** As {@link #message(Throwable)}, and masks the user id. */
  public static @Nullable String message(
      @Nullable Throwable throwable, DataRules rules, @Nullable String userId) {
    try {
      return throwable == null ? null : rules.text(throwable.getMessage(), userId);
    } catch (Throwable e) {
      return null;
    }
  }

  /**
   * The types, masked messages and frames of the exception and its causes, at most 8192 characters;
   * null for null.
   */
  public static @Nullable String stackTrace(Throwable throwable) {
    return stackTrace(throwable, DataRules.DEFAULT, null);
  }

  /** As {@link #stackTrace(Throwable)}, and masks the user id. */
  public static @Nullable String stackTrace(
      @Nullable Throwable throwable, DataRules rules, @Nullable String userId) {
    if (throwable == null) {
      return null;
    }
    StringBuilder out = new StringBuilder(2048);
    List<Throwable> shown = new ArrayList<>();
    StackTraceElement[] enclosing = NO_FRAMES;
    Throwable next = throwable;
    while (next != null && out.length() < LONGEST && !holds(shown, next)) {
      if (!shown.isEmpty()) {
        out.append(CAUSED_BY);
      }
      shown.add(next);
      appendHeadLine(out, next, message(next, rules, userId));
      StackTraceElement[] frames = frames(next);
      appendFrames(out, frames, enclosing);
      enclosing = frames;
      next = cause(next);
    }
    if (out.length() > LONGEST) {
      out.setLength(LONGEST - MaskedText.CUT.length());
      out.append(MaskedText.CUT);
    }
    return out.toString();
  }

  private static void appendHeadLine(
      StringBuilder out, Throwable throwable, @Nullable String message) {
    out.append(throwable.getClass().getName());
    if (message != null) {
      out.append(": ").append(message);
    }
    out.append('\n');
  }

  /**
   * Frames that are shared with the enclosing exception are only counted, as the JDK does. So are
   * the outermost frames, because causes matter more than the frames of an application server.
   */
  private static void appendFrames(
      StringBuilder out, StackTraceElement[] frames, StackTraceElement[] enclosing) {
    int common = 0;
    while (common < frames.length
        && common < enclosing.length
        && frames[frames.length - 1 - common].equals(enclosing[enclosing.length - 1 - common])) {
      common++;
    }
    int shown = Math.min(frames.length - common, MOST_FRAMES);
    for (int i = 0; i < shown && out.length() < LONGEST; i++) {
      out.append("\tat ").append(frames[i]).append('\n');
    }
    if (shown < frames.length) {
      out.append("\t... ").append(frames.length - shown).append(" more\n");
    }
  }

  private static boolean holds(List<Throwable> shown, Throwable sought) {
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i) == sought) {
        return true;
      }
    }
    return false;
  }

  private static StackTraceElement[] frames(Throwable throwable) {
    try {
      StackTraceElement[] frames = throwable.getStackTrace();
      return frames == null ? NO_FRAMES : frames;
    } catch (Throwable e) {
      return NO_FRAMES;
    }
  }

  private static @Nullable Throwable cause(Throwable throwable) {
    try {
      return throwable.getCause();
    } catch (Throwable e) {
      return null;
    }
  }
}
