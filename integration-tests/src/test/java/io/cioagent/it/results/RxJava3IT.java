package io.cioagent.it.results;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** RxJava 3: {@code Single}, {@code Maybe}, {@code Completable}, and those of many values. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("versions")
class RxJava3IT extends PublisherCases {

  static Stream<Arguments> versions() {
    return everywhere(rxJava("3.0.0"), rxJava("3.1.12"));
  }

  private static ResultLibrary rxJava(String version) {
    return ResultLibrary.java(
        "RxJava " + version, "rxjava3", "io.reactivex.rxjava3:rxjava:" + version);
  }

  @Override
  protected String uses() {
    return "rxjava.PublisherUses";
  }

  @ParameterizedTest
  @CsvSource({
    "first sendEvent,          200, 200,       track success",
    "block trackCustomerEvent, 200, null,      track success",
    "block trackCustomerEvent, 500, ! refused, track 500",
  })
  void eachTypeCompletesInItsOwnWay(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }
}
