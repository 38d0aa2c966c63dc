package io.cioagent.it.results;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's own futures in chains; {@code AsyncClientsIT} has the single ones. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("versions")
class JdkFuturesIT extends ResultApplication {

  private static final String OR_TIMEOUT =
      "return new CompletableFuture<Integer>().orTimeout(50, TimeUnit.MILLISECONDS);";

  /** What an application does where futures know no time limit. */
  private static final String AFTER_A_TIME =
      """
      CompletableFuture<Integer> late = new CompletableFuture<>();
          new java.util.Timer(true)
              .schedule(
                  new java.util.TimerTask() {
                    @Override
                    public void run() {
                      late.completeExceptionally(new java.util.concurrent.TimeoutException());
                    }
                  },
                  50);
          return late;
      """;

  static Stream<Arguments> versions() {
    return everywhere(
        ResultLibrary.java("JDK of Java 8", "jdkfutures")
            .edited(text -> text.replace(OR_TIMEOUT, AFTER_A_TIME)),
        ResultLibrary.java("JDK", "jdkfutures").language("java", 11));
  }

  @Override
  protected String uses() {
    return "futures.FutureUses";
  }

  @ParameterizedTest
  @CsvSource({
    "get identify,         200,     200,                identify success",
    "get identify,         429,     ! refused,          identify 429",
    "get identifyUser,     500,     0,                  identify 500",
    "get identifyCustomer, 500 200, 200,                identify success",
    "get identifyCustomer, 500 429, ! refused,          identify 429",
    "get track,            200 200, 200 200,            track success",
    "get track,            200 500, ! refused,          track 500",
    "get suppress,         200 200, 200,                suppress success",
    "get trackEvent,       401,     ! refused,          track 401",
    "get addDevice,        ,        ! java.util.concurrent.TimeoutException, add_device timeout",
    "cancel deleteDevice,  ,        true,               delete_device cancelled",
    "get upsert,           200,     200,                identify success",
    "get fire,             500,     ! refused,          track 500",
  })
  void oneCallIsOneOperation(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @ParameterizedTest
  @CsvSource({
    "chain identify track,    200 200 200, 200 200,     identify success;track success",
    "chain identify identify, 200 500,     ! refused,   identify success;identify 500",
    "chain track upsert,      200 200 200, 200,         track success;identify success",
    "chain identifyUser fire, 500 200,     200,         identify 500;track success",
    "overlapping deleteCustomer identify, 200 200, 200, delete success;identify success",
    "both identify identify,  200 200,     '[200,200]', identify success;identify success",
  })
  void twoCallsAreTwoOperations(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }
}
