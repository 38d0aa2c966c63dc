package io.cioagent.core.sdklog;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.CapturedError;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LoggerTest {
  private static final List<Level> LEVELS =
      Arrays.asList(
          Level.SEVERE,
          Level.WARNING,
          Level.INFO,
          Level.CONFIG,
          Level.FINE,
          Level.FINER,
          Level.FINEST);

  private final Logger logger = Logger.getLogger("a.library");

  private static String logged(Consumer<Logger> action) throws Exception {
    try (CapturedError error = new CapturedError()) {
      action.accept(Logger.getLogger("a.library"));
      return error.text();
    }
  }

  @Test
  void warningsAndErrorsArePassedOn() throws Exception {
    assertThat(logged(logger -> logger.severe("broken"))).contains("ERROR a.library - broken");
    assertThat(logged(logger -> logger.warning("odd"))).contains("WARN a.library - odd");
    assertThat(logged(logger -> logger.log(Level.SEVERE, "broken")))
        .contains("ERROR")
        .contains("broken");
    assertThat(logged(logger -> logger.log(Level.WARNING, "odd"))).contains("WARN").contains("odd");
  }

  @Test
  void libraryInfoIsDropped() throws Exception {
    assertThat(
            logged(
                logger -> {
                  logger.info("news");
                  logger.config("news");
                  logger.fine("news");
                  logger.finer("news");
                  logger.finest("news");
                  logger.log(Level.INFO, "news");
                  logger.log(Level.INFO, "news", new IllegalStateException());
                  logger.log(Level.INFO, "{0}", "news");
                  logger.log(Level.INFO, "{0}", new Object[] {"news"});
                }))
        .isEmpty();
  }

  @Test
  void exceptionsArePassedOn() throws Exception {
    assertThat(logged(l -> l.log(Level.WARNING, "odd", new IllegalStateException("cause"))))
        .contains("odd")
        .contains("java.lang.IllegalStateException: cause");
  }

  @Test
  void parametersAreFilledIn() throws Exception {
    assertThat(logged(l -> l.log(Level.WARNING, "got {0}", "this"))).contains("got this");
    assertThat(logged(l -> l.log(Level.WARNING, "{1} of {0} {2}", new Object[] {"a", null})))
        .contains("null of a {2}");
  }

  @Test
  void bracesInAPlainMessageAreKept() throws Exception {
    assertThat(logged(l -> l.warning("body {} and {0}"))).contains("body {} and {0}");
  }

  @Test
  void warningAndAboveAreLoggable() {
    assertThat(LEVELS).filteredOn(logger::isLoggable).containsExactly(Level.SEVERE, Level.WARNING);
  }

  @Test
  void levelsMatchTheJdk() {
    for (Level level : LEVELS) {
      java.util.logging.Level real = java.util.logging.Level.parse(level.toString());
      assertThat(level.intValue()).isEqualTo(real.intValue());
      assertThat(level).hasToString(real.getName());
    }
  }

  /** The build redirects the libraries' calls here by name alone. */
  @Test
  void methodSignaturesMatchTheJdk() throws Exception {
    for (Method method : Logger.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        Class<?>[] parameters = method.getParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
          if (parameters[i] == Level.class) {
            parameters[i] = java.util.logging.Level.class;
          }
        }
        Method real = java.util.logging.Logger.class.getMethod(method.getName(), parameters);
        assertThat(real.getReturnType().getSimpleName())
            .isEqualTo(method.getReturnType().getSimpleName());
      }
    }
  }
}
