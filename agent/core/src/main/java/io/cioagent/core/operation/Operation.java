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
 * An operation on Customer.io. The vocabulary is bounded: the operation column of {@code
 * routes.tsv} and {@link #OTHER}. There is one instance per name, so {@code ==} compares; immutable
 * and safe for any thread.
 */
public final class Operation {
  /** The label of unknown operations, paths and hosts. */
  static final String OTHER_NAME = "other";

  private static final String SPAN_PREFIX = "customerio.";

  /** Operations on one person, whose id is the first argument. */
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

  /** Operations whose response contains a delivery id. */
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

  /** Any request to a Customer.io host that is not in the route table. */
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

  /** The operation of that exact name; null if there is none or {@code name} is null. */
  public static @Nullable Operation named(@Nullable String name) {
    return BY_NAME.get(name);
  }

  /** All operations in the order of {@link #index()}; unmodifiable. */
  public static List<Operation> all() {
    return ALL;
  }

  /** The label value; never null. */
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

  /** Whether it sends one message and the response contains its delivery id. */
  public boolean sendsMessage() {
    return sendsMessage;
  }

  /** A dense index from 0, for arrays of the size of {@link #all()}. */
  public int index() {
    return index;
  }

  @Override
  public String toString() {
    return name;
  }
}
