package io.cioagent.instrumentation.client;

import io.cioagent.core.operation.Operation;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.StringJoiner;

/** A method that is a client method, and what it stands for. */
final class ClientMatch {
  final MethodDescription method;
  final Operation operation;
  final boolean generic;
  private final boolean configured;

  ClientMatch(MethodDescription method, Operation operation, boolean generic, boolean configured) {
    this.method = method;
    this.operation = operation;
    this.generic = generic;
    this.configured = configured;
  }

  /** {@code track(String, Map) as track}, and on whose word. */
  @Override
  public String toString() {
    StringJoiner parameters = new StringJoiner(", ", "(", ")");
    for (String type : method.parameterTypes()) {
      parameters.add(type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1));
    }
    String said = method.name() + parameters + " as " + operation.name();
    if (configured) {
      return said + " (from client.methods)";
    }
    return generic ? said + " (only if it makes a request to Customer.io)" : said;
  }
}
