package io.cioagent.instrumentation;

import java.util.List;

/** Methods of every kind for {@link ClassToWeaveTest}. */
final class WeavingSamples {
  private WeavingSamples() {}

  /** A superclass. */
  public static class Base {
    protected final int inherited;

    @SuppressWarnings("unused") // Not visible for subclasses.
    private final int hidden;

    public Base(int inherited) {
      this.inherited = inherited;
      this.hidden = inherited;
    }
  }

  /** Woven by the tests. */
  @SuppressWarnings("unused") // Called by name.
  public static class Sample extends Base {
    protected static final Object shared = "shared".toString();

    private final int number;

    public Sample(int number) {
      super(number > 5 ? 11 : 12);
      this.number = number;
    }

    String mixed(long wide, char letter, double wider, String text) {
      return "" + wide + letter + wider + text;
    }

    int loop(int times) {
      while (times > 0) {
        times--;
      }
      return times;
    }

    boolean returnsBoolean() {
      return true;
    }

    byte returnsByte() {
      return 1;
    }

    char returnsChar() {
      return 'c';
    }

    short returnsShort() {
      return 2;
    }

    int returnsInt() {
      return 42;
    }

    long returnsLong() {
      return 1L << 40;
    }

    float returnsFloat() {
      return 1.5f;
    }

    double returnsDouble() {
      return 2.5d;
    }

    String returnsText() {
      return "text";
    }

    String[][] returnsArray() {
      return new String[][] {{"a"}, {}};
    }

    static void statically(long unused) {
      if (unused < 0) {
        return;
      }
      System.identityHashCode(unused);
    }

    long fails(String reason) {
      if (reason == null) {
        return 1;
      }
      throw new IllegalStateException(reason);
    }

    String catches(String reason) {
      String result = "";
      try {
        fails(reason);
      } catch (IllegalStateException e) {
        result = "caught " + e.getMessage();
      } finally {
        result += " finally";
      }
      return result;
    }

    String reassigns(String text, long number) {
      text = "changed";
      number += 10;
      for (int i = 0; i < 3; i++) {
        long copy = number + i;
        if (copy < 0) {
          return null;
        }
      }
      return text + number;
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    String returnsInTry() {
      try {
        return "tried";
      } catch (RuntimeException e) {
        return "caught what is not its own";
      }
    }

    int read(byte[] bytes, int offset, int length) {
      return length;
    }

    String fills(int count, List<Object> list) {
      for (int i = 0; i < count; i++) {
        list.add(i);
      }
      if (count < 0) {
        list.add("last");
        throw new IllegalArgumentException("negative");
      }
      return "filled";
    }
  }
}
