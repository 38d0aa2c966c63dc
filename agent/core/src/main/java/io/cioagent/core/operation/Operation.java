package io.cioagent.core.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One word of the bounded vocabulary of what an application can ask of Customer.io: the operation
 * column of {@code routes.tsv} plus {@link #OTHER}. There is one instance for each word, so {@code
 * ==} compares; immutable and safe for any thread.
 */
public final class Operation {
  /** The label for whatever the tables do not know: an operation, a path or a host. */
  static final String OTHER_NAME = "other";

  private static final String SPAN_PREFIX = "customerio.";

  /** What is asked about one person: the first identifier passed is that person's. */
  private static final Set<String> ABOUT_A_PERSON =
      new HashSet<>(
          Arrays.asList(
              "identify",
              "track",
              "page",
              "screen",
              "delete",
              "suppress",
              "unsuppress",
              "add_device",
              "delete_device",
              "group",
              "alias"));

  /** What the service answers with the id of the delivery that it has begun. */
  private static final Set<String> SENDS_A_MESSAGE =
      new HashSet<>(
          Arrays.asList(
              "send_email",
              "send_push",
              "send_sms",
              "send_whatsapp",
              "send_in_app",
              "send_inbox_message"));

  private static final List<Operation> ALL;
  private static final Map<String, Operation> BY_NAME;

  public static final Operation IDENTIFY;
  public static final Operation TRACK;

  /** Anything on a Customer.io host that the route table does not know. */
  public static final Operation OTHER;

  static {
    RouteRow[] rows = RouteTable.rows();
    List<Operation> all = new ArrayList<>();
    Map<String, Operation> byName = new HashMap<>(256);
    for (RouteRow row : rows) {
      register(row.operation, all, byName);
    }
    register(OTHER_NAME, all, byName);
    ALL = Collections.unmodifiableList(all);
    BY_NAME = byName;
    IDENTIFY = known("identify");
    TRACK = known("track");
    OTHER = known(OTHER_NAME);
  }

  private final String name;
  private final String spanName;
  private final boolean sendsMessage;
  private final int index;

  private Operation(String name, int index) {
    this.name = name;
    this.spanName = SPAN_PREFIX + name;
    this.sendsMessage = SENDS_A_MESSAGE.contains(name);
    this.index = index;
  }

  /** An operation that the table of routes has. */
  static Operation known(String name) {
    return Objects.requireNonNull(BY_NAME.get(name), name);
  }

  private static void register(String name, List<Operation> all, Map<String, Operation> byName) {
    if (!byName.containsKey(name)) {
      Operation operation = new Operation(name, all.size());
      all.add(operation);
      byName.put(name, operation);
    }
  }

  /** The operation of that exact name. */
  public static @Nullable Operation named(@Nullable String name) {
    return BY_NAME.get(name);
  }

  /** Every operation, in the order of {@link #index()}; cannot be changed. */
  public static List<Operation> all() {
    return ALL;
  }

  /** The name used as a label. */
  public String name() {
    return name;
  }

  /** The name of the operation's span. */
  public String spanName() {
    return spanName;
  }

  /** Whether a client method of this operation takes a user id. */
  public boolean takesUserId() {
    return ABOUT_A_PERSON.contains(name);
  }

  /** Whether it sends one message, whose delivery the answer names. */
  public boolean sendsMessage() {
    return sendsMessage;
  }

  /** Dense from 0, for look-ups in arrays as long as {@link #all()}. */
  public int index() {
    return index;
  }

  @Override
  public String toString() {
    return name;
  }
}
