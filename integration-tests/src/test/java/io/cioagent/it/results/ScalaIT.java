package io.cioagent.it.results;

import io.cioagent.it.library.Sources;
import io.cioagent.it.watch.CommandResult;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scala's futures. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("versions")
class ScalaIT extends ResultApplication {

  /** The line with long support; later ones need Java 17. */
  private static final String SCALA_3_FOR_JAVA_8 = "3.3.7";

  static Stream<Arguments> versions() {
    return everywhere(
        scala("2.12.0", Sources.SCALA_2_12, "scala-library", 8),
        scala(Sources.SCALA_2_13, Sources.SCALA_2_13, "scala-library", 8),
        scala(SCALA_3_FOR_JAVA_8, SCALA_3_FOR_JAVA_8, "scala3-library_3", 8),
        scala(Sources.SCALA_3, Sources.SCALA_3, "scala3-library_3", 17));
  }

  private static ResultLibrary scala(
      String version, String compiler, String artifact, int release) {
    return ResultLibrary.java(
            "Scala " + version, "scala", "org.scala-lang:" + artifact + ":" + version)
        .language("scala:" + compiler, release);
  }

  @Override
  protected String uses() {
    return "futures.FutureUses";
  }

  @ParameterizedTest
  @CsvSource({
    "await identify,         200,     200,       identify success",
    "await identify,         429,     ! refused, identify 429",
    "await identifyUser,     503,     0,         identify 503",
    "await identifyCustomer, 500 200, 200,       identify success",
    "await identifyCustomer, 500 500, ! refused, identify 500",
    "await track,            200 200, 200 200,   track success",
    "await track,            200 500, ! refused, track 500",
    "await trackEvent,       200 200, 200 200,   track success",
    "await updateCustomer,   200,     200,       identify success",
    "await upsertCustomer,   200,     200,       identify success",
    "await upsertCustomer,   500,     ! refused, identify 500",
    "await suppress,         ,        ! no one,  suppress unknown error",
    "await upsert,           200,     200,       identify success",
    "await fire,             401,     ! refused, track 401",
  })
  void oneCallIsOneOperation(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @ParameterizedTest
  @CsvSource({
    "chain identify track,     200 200 200, 200 200,   identify success;track success",
    "chain trackEvent identify, 200 200 500, ! refused, track success;identify 500",
    "overlapping deleteCustomer identify, 200 200, 200, delete success;identify success",
    "chain identify identify,  200 200,     200,       identify success;identify success",
  })
  void consecutiveCallsAreTwoOperations(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @Test
  void fiveConcurrentCallsAreFiveOperations() {
    judge(
        "five identify",
        "200 200 200 200 200",
        "200 200 200 200 200",
        String.join(";", Collections.nCopies(5, "identify success")));
  }

  @Test
  void applicationClassLoaderIsReleased() {
    redeployed("await", "suppress").operations("suppress unknown error");
  }

  @Test
  void futureCompletedFromOutsideCountsThen() {
    CommandResult seen = use("pending").answered("false");
    seen.operations().spanCount(0);
    jvm().ask("call", uses(), "finish");
    seen.operations("add_device unknown").attempts().spanCount(1);
  }
}
