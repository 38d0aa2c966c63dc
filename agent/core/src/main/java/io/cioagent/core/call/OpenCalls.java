package io.cioagent.core.call;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are not over yet, for the exit of the JVM. Held weakly: a result that the
 * application forgets is not kept alive by it. Safe for any thread.
 */
final class OpenCalls {
  /** So many that threads seldom meet at one of them; a power of two. */
  private static final int CHAINS = 16;

  private final Entry[] chains = new Entry[CHAINS];
  private final ReferenceQueue<Call> forgotten = new ReferenceQueue<>();

  OpenCalls() {
    for (int i = 0; i < CHAINS; i++) {
      chains[i] = new Entry();
    }
  }

  /** One call in a ring that is guarded by its head, an entry without a call. */
  static final class Entry extends WeakReference<Call> {
    private final Entry head;

    /** Itself where it is in no ring. */
    private Entry before = this;

    private Entry after = this;

    /** A head. */
    private Entry() {
      super(null);
      head = this;
    }

    private Entry(Call call, Entry head, ReferenceQueue<Call> forgotten) {
      super(call, forgotten);
      this.head = head;
    }
  }

  /** Adds a call that no other thread knows yet, until {@link #remove}. */
  void add(Call call) {
    Object gone = forgotten.poll();
    while (gone != null) {
      remove((Entry) gone);
      gone = forgotten.poll();
    }
    Entry head = chains[(int) Thread.currentThread().getId() & (CHAINS - 1)];
    Entry entry = new Entry(call, head, forgotten);
    call.opened(entry);
    synchronized (head) {
      entry.before = head;
      entry.after = head.after;
      head.after.before = entry;
      head.after = entry;
    }
  }

  /** The call is over and reported. Null and a second time have no effect. */
  static void remove(@Nullable Entry entry) {
    if (entry == null) {
      return;
    }
    synchronized (entry.head) {
      entry.before.after = entry.after;
      entry.after.before = entry.before;
      entry.before = entry;
      entry.after = entry;
    }
  }

  /** The open calls of this moment. */
  List<Call> all() {
    List<Call> calls = new ArrayList<>();
    for (Entry head : chains) {
      synchronized (head) {
        for (Entry each = head.after; each != head; each = each.after) {
          Call call = each.get();
          if (call != null) {
            calls.add(call);
          }
        }
      }
    }
    return calls;
  }
}
