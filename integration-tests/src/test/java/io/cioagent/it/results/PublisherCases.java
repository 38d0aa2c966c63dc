package io.cioagent.it.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every library's publishers. */
abstract class PublisherCases extends ResultApplication {

  @ParameterizedTest
  @CsvSource({
    "block identify,               200,         200,        identify success",
    "block identify,               429,         ! refused,  identify 429",
    "block identifyUser,           200,         200,        identify success",
    "block identifyUser,           429,         ! refused,  identify 429",
    "future identify,              200,         200,        identify success",
    "future identifyUser,          500,         ! refused,  identify 500",
    "block identifyCustomer,       500,         0,          identify 500",
    "block updateCustomer,         500 200,     200,        identify success",
    "block upsertCustomer,         500 200,     200,        identify success",
    "block createOrUpdateCustomer, 200,         200,        identify success",
    "block createOrUpdateCustomer, 503,         ! refused,  identify 503",
    "twice createOrUpdateCustomer, 200,         200 200,    identify success",
    "block track,                  200,         200,        track success",
    "block trackEvent,             200 200,     200 200,    track success",
    "block trackEvent,             200 500,     ! refused,  track 500",
    "block postEvent,              200,         null,       track success",
    "block suppress,               200 200,     200,        suppress success",
    "block mergeCustomers,         ,            ! such,     merge unknown error",
    "block deleteDevice,           ,            ! device,   delete_device unknown error",
  })
  void oneSubscriptionIsOneOperation(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @ParameterizedTest
  @CsvSource({
    "retry identify,     500 200, 200,       identify 500;identify success",
    "retry identifyUser, 500 500, ! refused, identify 500;identify 500",
    "twice identify,     200 200, 200 200,   identify success;identify success",
  })
  void eachSubscriptionIsAnOperation(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @ParameterizedTest
  @CsvSource({
    "zip identify track,          200 200, '[200,200]', identify success;track success",
    "zip identifyUser track,      200 200, '[200,200]', identify success;track success",
    "chain identify track,        200 200, 200,         identify success;track success",
    "chain identifyUser track,    200 500, ! refused,   identify success;track 500",
    "chain track identify,        200 200, 200,         identify success;track success",
    "overlapping deleteCustomer track, 200 200, 200,    delete success;track success",
    "overlapping deleteCustomer identifyUser, 200 500, ! refused, delete success;identify 500",
    "then identify identifyUser,  200 200, 200,         identify success;identify success",
    "then identifyUser identify,  200 429, ! refused,   identify success;identify 429",
    "then createOrUpdateCustomer track, 200 200, 200,   identify success;track success",
  })
  void twoClientCallsAreTwoOperations(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @ParameterizedTest
  @CsvSource({
    "elements sendEvent,     200 200 200, '[200, 200, 200]', track success",
    "elements sendEvent,     200 500,     ! refused,         track 500",
    "elements sendUserEvent, 200 200 200, '[200, 200, 200]', track success",
    "oneByOne sendUserEvent, 200 200 200, 200;200;200;,      track success",
    "oneByOne sendUserEvent, 200 500,     ! refused,         track 500",
    "first sendUserEvent,    200,         200,               track success",
    "first sendUserEvent,    401,         ! refused,         track 401",
  })
  void severalElementsAreOneOperation(String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @ParameterizedTest
  @CsvSource({
    "block upsert,    200,     200,          identify success",
    "block upsert,    429,     ! refused,    identify 429",
    "elements fire,   200 200, '[200, 200]', track success",
    "unsubscribed upsert, ,    unsubscribed, ",
  })
  void configuredMethodBehavesLikeADetectedOne(
      String use, String sent, String answer, String counted) {
    judge(use, sent, answer, counted);
  }

  @Test
  void unsubscribedPublisherDoesNothing() {
    use("unsubscribed", "identify").answered("unsubscribed").nothing();
  }

  @Test
  void failureOfAnElementHandlerIsIgnored() {
    use("between", "fire")
        .answered("[200, 200]")
        .operations("track success", "identify success", "identify success")
        .attempts(PUT + "200", PUT + "200", PUT + "200", PUT + "200")
        .spanCount(5);
  }

  @ParameterizedTest
  @CsvSource({"cancel, = cancelled", "timeout, java.util.concurrent.TimeoutException"})
  void cancelledSubscriptionIsACancelledOperation(String use, String answer) {
    CommandResult seen = use(use, "addDevice");
    assertThat(seen.answer()).contains(answer);
    seen.operations("add_device cancelled").attempts().spanCount(1);
  }

  @Test
  void clientTimeoutIsTheOutcome() {
    CountDownLatch released = new CountDownLatch(1);
    standIn().script(Reply.ok().once(released));
    CommandResult seen = use("block", "addOrUpdateCustomer").threw("TimeoutException");
    released.countDown();
    seen.operations("identify timeout").attempts(PUT + "200").spanCount(2);
  }

  @Test
  void libraryHooksSeeNoAdditionalOperators() {
    judge("debug identify", "200", "200", "identify success");
  }

  @Test
  void applicationClassLoaderIsReleased() {
    redeployed("block", "identify").operations("identify success").attempts(PUT + "200");
    standIn().script(Reply.status(500));
    redeployed("block", "identify").operations("identify 500").attempts(PUT + "500");
    redeployed("cancel", "addDevice").operations("add_device cancelled");
    redeployed("unsubscribed", "identify").nothing();
  }

  @Test
  void customPublisherTypeIsNotWrapped() {
    CommandResult seen = use("type", "unsuppress");
    assertThat(seen.answer()).doesNotContain("cioagent");
    seen.operations("unsuppress unknown").attempts().spanCount(1);
  }
}
