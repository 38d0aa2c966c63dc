package io.cioagent.core.base;

/**
 * Whether this thread's stack has space for what the agent does with an event. An overflow while an
 * event is recorded could leave a lock held, or count one thing and not the other.
 *
 * <p>The JVM does not report the space, so it is probed with frames that are far larger than their
 * work: each reserves what the call at the bottom needs, which is rarely made.
 */
public final class StackSpace {
  /** About 17 KB where the method is interpreted, 8 KB where it is compiled. */
  private static final int FRAMES = 16;

  /** Often enough for the compiler to keep the call at the bottom. */
  private static final int TRIES_PER_CALL = 64;

  /** Exactness does not matter. */
  private static int tries;

  private StackSpace() {}

  public static boolean isEnough() {
    try {
      return descend(FRAMES, tries++ % TRIES_PER_CALL) == 0;
    } catch (StackOverflowError e) {
      return false;
    }
  }

  /** Always 0. The branches are in one method so that each of its frames is as large. */
  private static long descend(int frames, long from) {
    if (frames > 0) {
      return descend(frames - 1, from);
    }
    if (from != 0) {
      return 0;
    }
    long a0 = from;
    long a1 = a0 + 1;
    long a2 = a1 + 1;
    long a3 = a2 + 1;
    long a4 = a3 + 1;
    long a5 = a4 + 1;
    long a6 = a5 + 1;
    long a7 = a6 + 1;
    long a8 = a7 + 1;
    long a9 = a8 + 1;
    long a10 = a9 + 1;
    long a11 = a10 + 1;
    long a12 = a11 + 1;
    long a13 = a12 + 1;
    long a14 = a13 + 1;
    long a15 = a14 + 1;
    long a16 = a15 + 1;
    long a17 = a16 + 1;
    long a18 = a17 + 1;
    long a19 = a18 + 1;
    long a20 = a19 + 1;
    long a21 = a20 + 1;
    long a22 = a21 + 1;
    long a23 = a22 + 1;
    long a24 = a23 + 1;
    long a25 = a24 + 1;
    long a26 = a25 + 1;
    long a27 = a26 + 1;
    long a28 = a27 + 1;
    long a29 = a28 + 1;
    long a30 = a29 + 1;
    long a31 = a30 + 1;
    long a32 = a31 + 1;
    long a33 = a32 + 1;
    long a34 = a33 + 1;
    long a35 = a34 + 1;
    long a36 = a35 + 1;
    long a37 = a36 + 1;
    long a38 = a37 + 1;
    long a39 = a38 + 1;
    long a40 = a39 + 1;
    long a41 = a40 + 1;
    long a42 = a41 + 1;
    long a43 = a42 + 1;
    long a44 = a43 + 1;
    long a45 = a44 + 1;
    long a46 = a45 + 1;
    long a47 = a46 + 1;
    long a48 = a47 + 1;
    long a49 = a48 + 1;
    long a50 = a49 + 1;
    long a51 = a50 + 1;
    long a52 = a51 + 1;
    long a53 = a52 + 1;
    long a54 = a53 + 1;
    long a55 = a54 + 1;
    long a56 = a55 + 1;
    long a57 = a56 + 1;
    long a58 = a57 + 1;
    long a59 = a58 + 1;
    return wide(
        a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19,
        a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37,
        a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55,
        a56, a57, a58, a59);
  }

  /** Too long to be inlined, and done at once. */
  private static long wide(
      long a0,
      long a1,
      long a2,
      long a3,
      long a4,
      long a5,
      long a6,
      long a7,
      long a8,
      long a9,
      long a10,
      long a11,
      long a12,
      long a13,
      long a14,
      long a15,
      long a16,
      long a17,
      long a18,
      long a19,
      long a20,
      long a21,
      long a22,
      long a23,
      long a24,
      long a25,
      long a26,
      long a27,
      long a28,
      long a29,
      long a30,
      long a31,
      long a32,
      long a33,
      long a34,
      long a35,
      long a36,
      long a37,
      long a38,
      long a39,
      long a40,
      long a41,
      long a42,
      long a43,
      long a44,
      long a45,
      long a46,
      long a47,
      long a48,
      long a49,
      long a50,
      long a51,
      long a52,
      long a53,
      long a54,
      long a55,
      long a56,
      long a57,
      long a58,
      long a59) {
    if (a0 == 0) {
      return 0;
    }
    return (a0 << 1)
        ^ (a1 << 2)
        ^ (a2 << 3)
        ^ (a3 << 4)
        ^ (a4 << 5)
        ^ (a5 << 6)
        ^ (a6 << 7)
        ^ (a7 << 8)
        ^ (a8 << 9)
        ^ (a9 << 10)
        ^ (a10 << 11)
        ^ (a11 << 12)
        ^ (a12 << 13)
        ^ (a13 << 14)
        ^ (a14 << 15)
        ^ (a15 << 16)
        ^ (a16 << 17)
        ^ (a17 << 18)
        ^ (a18 << 19)
        ^ (a19 << 20)
        ^ (a20 << 21)
        ^ (a21 << 22)
        ^ (a22 << 23)
        ^ (a23 << 24)
        ^ (a24 << 25)
        ^ (a25 << 26)
        ^ (a26 << 27)
        ^ (a27 << 28)
        ^ (a28 << 29)
        ^ (a29 << 30)
        ^ (a30 << 31)
        ^ (a31 << 32)
        ^ (a32 << 33)
        ^ (a33 << 34)
        ^ (a34 << 35)
        ^ (a35 << 36)
        ^ (a36 << 37)
        ^ (a37 << 38)
        ^ (a38 << 39)
        ^ (a39 << 40)
        ^ (a40 << 41)
        ^ (a41 << 42)
        ^ (a42 << 43)
        ^ (a43 << 44)
        ^ (a44 << 45)
        ^ (a45 << 46)
        ^ (a46 << 47)
        ^ (a47 << 48)
        ^ (a48 << 49)
        ^ (a49 << 50)
        ^ (a50 << 51)
        ^ (a51 << 52)
        ^ (a52 << 53)
        ^ (a53 << 54)
        ^ (a54 << 55)
        ^ (a55 << 56)
        ^ (a56 << 57)
        ^ (a57 << 58)
        ^ (a58 << 59)
        ^ (a59 << 60);
  }
}
