package io.cioagent.instrumentation.client;

import static io.cioagent.instrumentation.MethodMatcher.is;

import io.cioagent.core.config.Settings;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Operation;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.AdapterLinker;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.Shape;
import io.cioagent.instrumentation.Value;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the client methods of a class: by configuration, and by name where that is on. */
public final class ClientInstrumentation implements Instrumentation {
  private static final Logger LOGGER = LoggerFactory.getLogger(ClientInstrumentation.class);

  /** More client classes than an application has; those found later have no name in warnings. */
  private static final int MAX_NAMED_CLASSES = 500;

  /** The last parameter of every compiled suspend function. */
  private static final String CONTINUATION = "kotlin.coroutines.Continuation";

  private static final Set<String> USER_ID_TYPES =
      new HashSet<>(
          Arrays.asList(
              "java.lang.String",
              "java.lang.Long",
              "java.lang.Integer",
              "java.util.UUID",
              "long",
              "int"));

  private final Observer observer;
  private final ClientRules rules;
  private final ResultAdapters results;
  private final Set<String> namedClasses = ConcurrentHashMap.newKeySet();
  private final Map<String, ClientMethodAdapter> adapters = new ConcurrentHashMap<>();

  /** Around these, for results of libraries and for suspend functions. */
  private final Map<String, Adapter> wrapping = new ConcurrentHashMap<>();

  /**
   * @param linker for results of methods that only a library knows
   */
  public ClientInstrumentation(Observer observer, Settings settings, AdapterLinker linker) {
    this.observer = observer;
    this.results = new ResultAdapters(linker);
    this.rules = new ClientRules(settings);
  }

  /** Whether a class of that internal name is worth a look, before anything of it is read. */
  public boolean concerns(String internalName) {
    return rules.concern(internalName);
  }

  /**
   * Whether users may expect a class of that internal name to be a client. That includes classes
   * that are not woven.
   */
  public boolean mayBeExpected(String internalName) {
    return rules.mayBeExpected(internalName);
  }

  @Override
  public List<Pointcut> pointcuts(ClassDescription type) {
    ClientVerdict verdict = rules.judge(type);
    if (!verdict.missing().isEmpty()) {
      LOGGER.warn(
          "Setting client.methods: class {} declares no method {} with a body, so it is not"
              + " observed. Name the class that declares it.",
          type.name(),
          String.join(", ", verdict.missing()));
    }
    List<Pointcut> pointcuts = new ArrayList<>();
    for (ClientMatch match : verdict.matches()) {
      pointcuts.add(pointcut(type, match));
    }
    return pointcuts;
  }

  /** The client methods of a class in words, each with what it stands for. */
  public List<String> explain(ClassDescription type) {
    ClientVerdict verdict = rules.judge(type);
    List<String> methods = new ArrayList<>();
    verdict.matches().forEach(match -> methods.add(match.toString()));
    verdict.nearMisses().forEach(miss -> methods.add("not " + miss));
    return methods;
  }

  /** Why a class has no client methods, in words; null if it has some. */
  public @Nullable String exclusionReason(ClassDescription type) {
    return rules.judge(type).whyNone();
  }

  /** Its name only: adapters are never released, the class and its loader must be. */
  private @Nullable String nameOf(ClassDescription clientClass) {
    String name = clientClass.name();
    boolean named =
        namedClasses.contains(name)
            || (namedClasses.size() < MAX_NAMED_CLASSES && namedClasses.add(name));
    return named ? name : null;
  }

  private Pointcut pointcut(ClassDescription type, ClientMatch match) {
    MethodDescription method = match.method;
    Operation operation = match.operation;
    int userId = -1;
    int eventName = -1;
    List<String> parameters = method.parameterTypes();
    for (int i = 0; operation.takesUserId() && i < parameters.size() && eventName < 0; i++) {
      if (userId < 0) {
        userId = USER_ID_TYPES.contains(parameters.get(i)) ? i : -1;
      } else if (operation == Operation.TRACK && parameters.get(i).equals("java.lang.String")) {
        eventName = i;
      }
    }
    Value passedUserId = Value.argumentOrNull(userId);
    Value passedEventName = Value.argumentOrNull(eventName);
    Value passedData = Value.argumentOrNull(PassedMap.indexIn(method, type));
    // What is known by a request is never an operation of unknown outcome.
    String clientClass = match.generic ? null : nameOf(type);
    String key = operation.name() + (match.generic ? "?" : "!") + clientClass;
    // Shared by all equal methods: classes can be woven repeatedly, and handlers are never
    // released.
    ClientMethodAdapter adapter =
        adapters.computeIfAbsent(
            key, made -> new ClientMethodAdapter(observer, operation, match.generic, clientClass));
    int last = parameters.size() - 1;
    if (last >= 0 && parameters.get(last).equals(CONTINUATION)) {
      String function = type.name() + '$' + method.name() + '$';
      Adapter suspending =
          wrapping.computeIfAbsent(
              key + " " + function,
              made ->
                  new SuspendFunctionAdapter(
                      observer, operation, adapter, function, results.completions()));
      Shape shape =
          Shape.around(
              passedUserId, Value.array(passedEventName, passedData), Value.argument(last));
      return new Pointcut(is(method), shape, suspending);
    }
    String returned = method.returnType();
    Function<Object, @Nullable Adapter> result = results.of(returned);
    if (result == null) {
      Shape shape = Shape.around(passedUserId, passedEventName, passedData);
      return new Pointcut(is(method), shape, adapter);
    }
    Adapter resulting =
        wrapping.computeIfAbsent(
            key + " " + returned,
            made -> new LibraryResultMethodAdapter(observer, adapter, result));
    Shape shape = Shape.aroundReplacing(passedUserId, passedEventName, passedData);
    return new Pointcut(is(method), shape, resulting);
  }
}
