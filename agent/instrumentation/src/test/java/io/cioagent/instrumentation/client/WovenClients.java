package io.cioagent.instrumentation.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.config.Settings;
import io.cioagent.core.config.SettingsReader;
import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Ended;
import io.cioagent.instrumentation.Pointcut;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Says what would be woven in a class, and what is heard of it. */
final class WovenClients {
  final Ended ended = new Ended();
  final Observer observer = Ended.observer(ended);

  /**
   * @param settings names without their prefix and values in turn
   */
  ClientInstrumentation instrumentation(String... settings) {
    Map<String, String> properties = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      properties.put("customerio.agent." + settings[i], settings[i + 1]);
    }
    Settings read = SettingsReader.read(null, properties, Collections.emptyMap());
    assertThat(read.warnings()).isEmpty();
    return new ClientInstrumentation(
        observer, read, (adapter, libraryClasses) -> libraryObject -> null);
  }

  List<String> woven(Class<?> type, String... settings) {
    return woven(TypeDescription.ForLoadedType.of(type), settings);
  }

  /** As "method(position of the user id,position of the event name) operation". */
  List<String> woven(TypeDescription type, String... settings) {
    List<String> woven = new ArrayList<>();
    for (Pointcut pointcut : instrumentation(settings).pointcuts(type)) {
      for (MethodDescription method : type.getDeclaredMethods()) {
        if (pointcut.methods().matches(method)) {
          String userId = position(pointcut, UserId.class);
          String eventName = position(pointcut, EventName.class);
          String operation = enter(pointcut).operation().name();
          woven.add(method.getName() + '(' + userId + ',' + eventName + ") " + operation);
        }
      }
    }
    return woven;
  }

  private static String position(Pointcut pointcut, Class<? extends Annotation> annotation) {
    assertThat(pointcut.arguments()).containsKey(annotation);
    ParameterDescription parameter = pointcut.arguments().get(annotation);
    return parameter == null ? "-" : Integer.toString(parameter.getIndex());
  }

  /** Does what the woven method would do, and leaves the thread free. */
  static Call enter(Pointcut pointcut) {
    Call call = (Call) pointcut.handler().enter("u1", "bought", null);
    pointcut.handler().exit(call, null, null);
    return call;
  }
}
