package io.cioagent.instrumentation.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.instrumentation.PlatformClass;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.junit.jupiter.api.Test;

class TomcatInstrumentationTest {

  @Test
  void bothMethodsOfAdapterAreWoven() {
    assertThat(woven(CoyoteAdapter.class)).containsExactlyInAnyOrder("service", "asyncDispatch");
  }

  /** This version can read in the oldest way, too. */
  @Test
  void bothReadMethodsAreWoven() {
    assertThat(woven(Request.class)).containsExactlyInAnyOrder("doRead", "doRead", "recycle");
  }

  @Test
  void otherClassesAreNotWoven() {
    assertThat(woven(Response.class)).isEmpty();
  }

  private static List<String> woven(Class<?> type) {
    ClassDescription description = PlatformClass.of(type);
    List<Pointcut> pointcuts = new TomcatInstrumentation(null).pointcuts(description);
    return description.methods().stream()
        .filter(
            method -> pointcuts.stream().anyMatch(pointcut -> pointcut.methods().matches(method)))
        .map(MethodDescription::name)
        .collect(Collectors.toList());
  }
}
