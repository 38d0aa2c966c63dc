package io.cioagent.instrumentation.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.call.Call;
import io.cioagent.core.config.Settings;
import io.cioagent.core.config.SettingsReader;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import io.cioagent.instrumentation.PlatformClass;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.Shape;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The methods of a class that would be woven, and what is reported of their calls. */
final class WovenClients {
  private static final Pattern USER_ID_AND_EVENT_NAME =
      Pattern.compile("\\[(argument \\d+|none), \\[?(argument \\d+|none),");

  final Recorder recorder = new Recorder();
  final Observer observer = recorder.observer();

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
    return woven(PlatformClass.of(type), settings);
  }

  /** As "method(position of the user id,position of the event name) operation". */
  List<String> woven(ClassDescription type, String... settings) {
    List<String> woven = new ArrayList<>();
    for (Pointcut pointcut : instrumentation(settings).pointcuts(type)) {
      for (MethodDescription method : type.methods()) {
        if (pointcut.methods().matches(method)) {
          String positions = positions(pointcut.shape());
          String operation = enter(pointcut).operation().name();
          woven.add(method.name() + '(' + positions + ") " + operation);
        }
      }
    }
    return woven;
  }

  /** The first two values are the user id and the event name. */
  private static String positions(Shape shape) {
    Matcher values = USER_ID_AND_EVENT_NAME.matcher(shape.toString());
    assertThat(values.find()).as("%s", shape).isTrue();
    return (values.group(1) + ',' + values.group(2)).replace("argument ", "").replace("none", "-");
  }

  /** Does what the woven method would do, and leaves the thread free. */
  static Call enter(Pointcut pointcut) {
    Call call = (Call) pointcut.handler().enter("u1", "bought", null);
    pointcut.handler().exit(call, null, null);
    return call;
  }
}
