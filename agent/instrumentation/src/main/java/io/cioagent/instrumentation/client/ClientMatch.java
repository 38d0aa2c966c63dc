package io.cioagent.instrumentation.client;

import io.cioagent.core.operation.Operation;
import java.util.StringJoiner;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** A method that is a client method, and what it stands for. */
final class ClientMatch {
  final MethodDescription.InDefinedShape method;
  final Operation operation;
  final boolean generic;
  private final boolean configured;

  ClientMatch(
      MethodDescription.InDefinedShape method,
      Operation operation,
      boolean generic,
      boolean configured) {
    this.method = method;
    this.operation = operation;
    this.generic = generic;
    this.configured = configured;
  }

  /** {@code track(String, Map) as track}, and on whose word. */
  @Override
  public String toString() {
    StringJoiner parameters = new StringJoiner(", ", "(", ")");
    for (TypeDescription type : method.getParameters().asTypeList().asErasures()) {
      parameters.add(type.getSimpleName());
    }
    String said = method.getName() + parameters + " as " + operation.name();
    if (configured) {
      return said + " (from client.methods)";
    }
    return generic ? said + " (only if it makes a request to Customer.io)" : said;
  }
}
