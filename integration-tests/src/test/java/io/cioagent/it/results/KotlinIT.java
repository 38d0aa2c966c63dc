package io.cioagent.it.results;

import io.cioagent.it.library.Sources;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Kotlin's suspend functions. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("versions")
class KotlinIT extends ResultApplication {

  static Stream<Arguments> versions() {
    return everywhere(
        ResultLibrary.java(
                "Kotlin 1.3.0, coroutines 1.0.1",
                "kotlin",
                "org.jetbrains.kotlin:kotlin-stdlib:1.3.0",
                "org.jetbrains.kotlinx:kotlinx-coroutines-core:1.0.1")
            .language("kotlin:1.5.31:1.3", 8),
        ResultLibrary.java(
                "Kotlin " + Sources.KOTLIN + ", coroutines 1.10.2",
                "kotlin",
                "org.jetbrains.kotlin:kotlin-stdlib:" + Sources.KOTLIN,
                "org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm:1.10.2")
            .language("kotlin:" + Sources.KOTLIN, 8));
  }

  @Override
  protected String uses() {
    return "kotlin.SuspendUses";
  }

  @ParameterizedTest
  @CsvSource({
    "run identify,                     200,     200,           identify success",
    "run identify,                     429,     ! refused,     identify 429",
    "elsewhere identify,               200,     200,           identify success",
    "elsewhere identify,               500,     ! refused,     identify 500",
    "run identifyUser,                 200,     200,           identify success",
    "run identifyUser,                 429,     ! refused,     identify 429",
    "elsewhere identifyUser,           200,     200,           identify success",
    "elsewhere identifyUser,           500,     ! refused,     identify 500",
    "run identifyCustomer,             200,     200,           identify success",
    "run identifyCustomer,             429,     ! refused,     identify 429",
    "run updateCustomer,               503,     0,             identify 503",
    "elsewhere updateCustomer,         503,     0,             identify 503",
    "run upsertCustomer,               500 200, 200,           identify success",
    "elsewhere upsertCustomer,         500 500, ! refused,     identify 500",
    "run createOrUpdateCustomer,       200 200, 200 200,       identify success",
    "run addOrUpdateCustomer,          200,     200,           identify success",
    "run addOrUpdateCustomer,          500 200, 200,           identify success",
    "elsewhere addOrUpdateCustomer,    500 401, ! refused,     identify 401",
    "run track,                        200 200, 200 200,       track success",
    "elsewhere track,                  200 500, ! refused,     track 500",
    "run sendEvent,                    200,     ! cannot read, track unknown error",
    "run postEvent,                    200,     ! cannot read, track unknown error",
    "elsewhere sendEvent,              200,     ! cannot read, track unknown error",
    "run sendUserEvent,                200,     200,           track success",
    "run sendUserEvent,                429,     ! refused,     track 429",
    "elsewhere sendUserEvent,          200,     200,           track success",
    "run deleteDevice,                 ,        ! Timed out,   delete_device timeout",
    "cancel addDevice,                 ,        cancelled,     add_device cancelled",
  })
  void oneCallIsOneOperation(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @ParameterizedTest
  @CsvSource({
    "sequence identify identifyUser,      200 200, 200 200,   identify success;identify success",
    "sequence identifyUser identify,      200 500, ! refused, identify success;identify 500",
    "sequence identifyUser identifyUser,  200 200, 200 200,   identify success;identify success",
    "sequence identifyCustomer sendEvent, 200 200, ! read,    identify success;track unknown error",
    "sequence sendUserEvent identifyUser, 200 200, 200 200,   track success;identify success",
    "overlapping deleteCustomer identify, 200 200, 200 200,   delete success;identify success",
    "overlapping deleteCustomer sendUserEvent, 200 500, ! refused, delete success;track 500",
  })
  void consecutiveCallsAreTwoOperations(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @ParameterizedTest
  @CsvSource({"identify", "identifyUser", "upsert", "fire"})
  void fiveConcurrentCallsAreFiveOperations(String method) {
    String operation = method.equals("fire") ? "track" : "identify";
    judge(
        "five " + method,
        "200 200 200 200 200",
        "200 200 200 200 200",
        String.join(";", Collections.nCopies(5, operation + " success")));
  }

  @ParameterizedTest
  @CsvSource({
    "run upsert,     200, 200,       identify success",
    "run upsert,     429, ! refused, identify 429",
    "elsewhere fire, 200, 200,       track success",
    "run fire,       500, ! refused, track 500",
  })
  void configuredFunctionBehavesLikeADetectedOne(
      String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @ParameterizedTest
  @CsvSource({
    "java identify,     200, 200,     identify success",
    "java identifyUser, 200, 200,     identify success",
    "java identifyUser, 500, Failure, identify 500",
  })
  void handWrittenContinuationWorks(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @Test
  void applicationClassLoaderIsReleased() {
    redeployed("run", "identifyCustomer").operations("identify success").attempts(PUT + "200");
    redeployed("run", "postEvent").operations("track unknown error").attempts(PUT + "200");
    redeployed("cancel", "addDevice").operations("add_device cancelled");
  }

  /** Today's compilers mark it as a bridge. */
  @Test
  void interfaceMethodCopiedIntoTheClientIsObserved() {
    standIn().reset();
    use("run", "mergeCustomers")
        .answered("200")
        .operations("merge success")
        .attempts(PUT + "200")
        .spanCount(2);
  }
}
