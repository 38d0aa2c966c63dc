package io.cioagent.instrumentation.client;

import io.cioagent.core.config.Settings;
import io.cioagent.core.operation.ClientClassName;
import io.cioagent.core.operation.ClientMethod;
import io.cioagent.core.operation.ClientMethods;
import io.cioagent.core.operation.ConfiguredMethod;
import io.cioagent.core.operation.Operation;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which methods of a class are client methods, and for what reason others are none. */
final class ClientRules {
  /** What marks a web controller: it receives requests that are named like ours. */
  private static final Set<String> CONTROLLER_ANNOTATIONS =
      new HashSet<>(
          Arrays.asList(
              "org.springframework.stereotype.Controller",
              "org.springframework.web.bind.annotation.RestController",
              "org.springframework.web.bind.annotation.RequestMapping",
              "io.micronaut.http.annotation.Controller",
              "javax.ws.rs.Path",
              "jakarta.ws.rs.Path"));

  /**
   * Mockito calls it at the beginning of each method of a class of which it mocks instances without
   * making a subclass.
   */
  private static final String INLINE_MOCKS =
      "org.mockito.internal.creation.bytebuddy.inject.MockMethodDispatcher";

  private final boolean autoDetect;
  private final Map<String, Map<String, Operation>> configured = new HashMap<>();

  /** In the form of the JVM, to look up each class that loads. */
  private final Set<String> configuredInternalNames = new HashSet<>();

  ClientRules(Settings settings) {
    this.autoDetect = settings.clientAutoDetect();
    for (ConfiguredMethod method : settings.clientMethods()) {
      configuredInternalNames.add(method.className().replace('.', '/'));
      configured
          .computeIfAbsent(method.className(), name -> new HashMap<>())
          .put(method.methodName(), method.operation());
    }
  }

  /** Whether a class of that internal name is worth a look, before anything of it is read. */
  boolean concern(String internalName) {
    return configuredInternalNames.contains(internalName)
        || (autoDetect
            && ClientClassName.matches(internalName)
            && !ClientClassName.isExcluded(internalName));
  }

  /** Whether it is named in the settings, or like a client, which may not be enough to be one. */
  boolean mayBeExpected(String internalName) {
    return configuredInternalNames.contains(internalName) || ClientClassName.matches(internalName);
  }

  ClientVerdict judge(ClassDescription type) {
    if (type.uses(INLINE_MOCKS)) {
      // Mockito's code stands inside of what is woven then. Requests of the real methods count.
      return new ClientVerdict("Mockito mocks it", Collections.emptySet());
    }
    Map<String, Operation> named = configured.getOrDefault(type.name(), Collections.emptyMap());
    String refusal = refusal(type);
    ClientVerdict verdict = new ClientVerdict(refusal, named.keySet());
    for (MethodDescription method : type.methods()) {
      Operation operation = named.get(method.name());
      if (operation != null) {
        if (whyNoBody(method) == null) {
          verdict.found(new ClientMatch(method, operation, false, true));
        }
      } else if (refusal == null) {
        judgeByName(method, verdict);
      }
    }
    return verdict;
  }

  private static void judgeByName(MethodDescription method, ClientVerdict verdict) {
    ClientMethod found = ClientMethods.byName(method.name());
    if (found == null) {
      return;
    }
    String miss = whyNoBody(method);
    if (method.isStatic()) {
      miss = "static";
    } else if (!method.isPublic()) {
      miss = "not public";
    }
    if (miss == null) {
      verdict.found(new ClientMatch(method, found.operation(), found.generic(), false));
    } else {
      verdict.missed(method.name(), miss);
    }
  }

  /** Null where methods may count by their names. */
  private @Nullable String refusal(ClassDescription type) {
    String byName = ClientClassName.exclusionReason(type.name());
    if (!ClientClassName.matches(type.name())) {
      return "its name does not look like a client";
    } else if (!autoDetect) {
      return "client.auto-detect is false and client.methods does not name it";
    } else if (type.isAnnotation()) {
      return "it is an annotation";
    } else if (type.isInterface()) {
      return "it is an interface; its implementations count";
    } else if (byName != null) {
      return "it is " + byName;
    }
    for (String name : type.annotations()) {
      if (CONTROLLER_ANNOTATIONS.contains(name)) {
        return "it is a web controller, annotated with " + name;
      }
    }
    return null;
  }

  /** Null for a method with a body of its own. */
  private static @Nullable String whyNoBody(MethodDescription method) {
    if (method.isAbstract()) {
      return "abstract";
    }
    if (method.isNative()) {
      return "native";
    }
    return method.isSynthetic() ? "compiler-generated" : null;
  }
}
