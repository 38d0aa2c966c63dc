package io.cioagent.it.apps;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Calls methods of an application's clients by name, so that a new client needs no line here.
 * Objects live as long as the application; clients that take something, such as a base address, get
 * what is given.
 */
final class ClientCalls {

  private static final String HERE = "io.cioagent.it.apps.";

  private final Map<String, Object> clients = new HashMap<>();
  private final Object given;
  private Future<?> last;

  private ClientCalls(Object given) {
    this.given = given;
  }

  /** Adds {@code call}, and {@code await} and {@code cancel} for what a call has started. */
  static Console register(Console console, Object given) {
    return register(console, new ClientCalls(given));
  }

  /** The same with a client that the application has made by itself. */
  static Console register(Console console, String base, Object client) {
    ClientCalls calls = new ClientCalls(base);
    calls.clients.put(client.getClass().getName().substring(HERE.length()), client);
    return register(console, calls);
  }

  private static Console register(Console console, ClientCalls calls) {
    return console
        .on("call", words -> calls.call(words.get(0), words.get(1), words.subList(2, words.size())))
        .on(
            "call-virtually",
            words ->
                virtually(
                    () -> calls.call(words.get(0), words.get(1), words.subList(2, words.size()))))
        .on("at-exit", calls::atExit)
        .on("await", words -> "" + calls.last.get(30, TimeUnit.SECONDS))
        .on("cancel", words -> "" + calls.last.cancel(true));
  }

  /** Calls while the JVM ends. */
  private String atExit(List<String> words) {
    Runnable last =
        () -> {
          try {
            call(words.get(0), words.get(1), words.subList(2, words.size()));
          } catch (Exception e) {
            // Nobody is left to hear of it.
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(last, "shop-exit"));
    return "later";
  }

  /** By reflection, as these applications are compiled for a Java that has no such threads. */
  private static String virtually(Callable<String> work) throws Exception {
    FutureTask<String> task = new FutureTask<>(work);
    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    return task.get(30, TimeUnit.SECONDS);
  }

  private String call(String type, String method, List<String> words) throws Exception {
    Object client = clients.get(type);
    if (client == null) {
      client = create(Class.forName(HERE + type));
      clients.put(type, client);
    }
    for (Method candidate : client.getClass().getMethods()) {
      if (candidate.getName().equals(method)
          && !candidate.isBridge()
          && candidate.getParameterCount() == words.size()) {
        return invoke(candidate, client, words);
      }
    }
    throw new NoSuchMethodException(type + "." + method + words);
  }

  private Object create(Class<?> type) throws Exception {
    Constructor<?> constructor = type.getConstructors()[0];
    return constructor.getParameterCount() == 0
        ? constructor.newInstance()
        : constructor.newInstance(given);
  }

  private String invoke(Method method, Object client, List<String> words) throws Exception {
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      arguments.add(parse(method.getParameterTypes()[i], words.get(i)));
    }
    Object result;
    try {
      result = method.invoke(client, arguments.toArray());
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getCause();
      if (thrown instanceof Exception) {
        throw (Exception) thrown;
      }
      throw (Error) thrown;
    }
    if (result instanceof Future) {
      last = (Future<?>) result;
      return "pending " + result.getClass().getName();
    }
    return "" + result;
  }

  private static Object parse(Class<?> type, String word) {
    if (type == int.class || type == Integer.class) {
      return Integer.valueOf(word);
    }
    if (type == long.class || type == Long.class) {
      return Long.valueOf(word);
    }
    if (type == UUID.class) {
      return UUID.fromString(word);
    }
    if (type != Map.class) {
      return word;
    }
    Map<String, Object> map = new TreeMap<>();
    for (String pair : word.split(";", -1)) {
      map.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return map;
  }
}
