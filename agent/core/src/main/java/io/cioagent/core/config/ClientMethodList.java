package io.cioagent.core.config;

import io.cioagent.core.operation.ConfiguredMethod;
import io.cioagent.core.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of {@code client.methods}: {@code
 * com.acme.Crm[upsert=identify,track];com.acme.Other[sendMail=send_email]}.
 */
final class ClientMethodList {
  private final RawValue raw;
  private final Warnings warnings;
  private final List<ConfiguredMethod> methods = new ArrayList<>();

  private ClientMethodList(RawValue raw, Warnings warnings) {
    this.raw = raw;
    this.warnings = warnings;
  }

  /** The valid methods; adds one warning for each invalid class or method. */
  static List<ConfiguredMethod> parse(@Nullable RawValue raw, Warnings warnings) {
    if (raw == null) {
      return Collections.emptyList();
    }
    ClientMethodList list = new ClientMethodList(raw, warnings);
    list.split(raw.value);
    return list.methods;
  }

  /** Entries end with a semicolon. A comma outside brackets, a common mistake, is accepted too. */
  private void split(String text) {
    boolean inBrackets = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[') {
        inBrackets = true;
      } else if (c == ']') {
        inBrackets = false;
      } else if (c == ';' || (c == ',' && !inBrackets)) {
        addClass(text.substring(from, i).trim());
        inBrackets = false;
        from = i + 1;
      }
    }
    addClass(text.substring(from).trim());
  }

  private void addClass(String entry) {
    if (entry.isEmpty()) {
      return;
    }
    int open = entry.indexOf('[');
    String className = open < 0 ? entry : entry.substring(0, open).trim();
    if (open < 0 || !entry.endsWith("]") || !isName(className, true)) {
      warnings.about(raw.part(entry), "is ignored: expected com.acme.Crm[method=operation]");
      return;
    }
    int from = open + 1;
    int end = entry.length() - 1;
    while (from <= end) {
      int comma = entry.indexOf(',', from);
      int to = comma < 0 ? end : comma;
      addMethod(className, entry.substring(from, to).trim());
      from = to + 1;
    }
  }

  private void addMethod(String className, String piece) {
    int equals = piece.indexOf('=');
    String method = equals < 0 ? piece : piece.substring(0, equals).trim();
    String operationName = equals < 0 ? piece : piece.substring(equals + 1).trim();
    Operation operation = Operation.named(operationName);
    if (operation != null && isName(method, false)) {
      methods.add(new ConfiguredMethod(className, method, operation));
      return;
    }
    RawValue wrong = raw.part(className + "[" + piece + "]");
    if (!isName(method, false)) {
      warnings.about(wrong, "is ignored: expected com.acme.Crm[method=operation]");
    } else {
      warnings.about(wrong, "is ignored: unknown operation" + suggestion(operationName));
    }
  }

  private static String suggestion(String operationName) {
    NearestName nearest = new NearestName(operationName);
    for (Operation operation : Operation.all()) {
      nearest.consider(operation.name());
    }
    return nearest.nearest() == null ? "" : "; did you mean " + nearest.nearest() + "?";
  }

  /** Whether this is a valid method name, or a valid class name if dots are allowed. */
  private static boolean isName(String name, boolean dotted) {
    boolean start = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (dotted && c == '.' && !start) {
        start = true;
      } else if (start ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c)) {
        start = false;
      } else {
        return false;
      }
    }
    return !start;
  }
}
