package io.cioagent.it.clients;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which methods are operations, by their names or because a setting says so. */
@BuildAndOldestJdk
class ClientNamesIT extends WatchedApplication {

  private static final String CONFIGURED =
      "io.cioagent.it.apps.crm.Crm[upsert=identify,fire=track,sendEmail=send_email];"
          + "io.cioagent.it.apps.crm.Crm$Mailer[sendMail=send_email]";
  private static final String REGION = "/api/v1/accounts/region";
  private static final String NOWHERE = "nowhere";

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent()
        .setting("client.methods", CONFIGURED)
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", at(Hosts.TRACK, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "identify: identify identifyCustomer identifyUser updateCustomer createOrUpdateCustomer",
        "identify: addOrUpdateCustomer upsertCustomer",
        "track: track trackEvent sendEvent sendUserEvent postEvent trackCustomerEvent",
        "track_anonymous: trackAnonymous trackAnonymousEvent",
        "page: trackPageView pageView",
        "delete: deleteCustomer",
        "suppress: suppress suppressCustomer",
        "unsuppress: unsuppress unsuppressCustomer",
        "add_device: addDevice addOrUpdateDevice",
        "delete_device: deleteDevice",
        "merge: mergeCustomers",
        "send_email: sendTransactionalEmail",
        "trigger_broadcast: triggerBroadcast",
        "batch: sendBatch",
      })
  void specificNameAlwaysCounts(String operation, String methods) {
    for (String method : methods.split(" ", -1)) {
      everyName(method, at(Hosts.TRACK, REGION)).answered("200").operations(operation + " success");
      everyName(method, NOWHERE).answered("0").operations(operation + " unknown").attempts();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "identify: updateUser",
        "page: page",
        "screen: screen",
        "delete: delete destroy deleteUser",
        "send_email: sendEmail",
        "send_push: sendPush",
        "send_sms: sendSms sendSMS",
        "group: group",
        "alias: alias",
        "batch: batch",
      })
  void genericNameCountsOnlyWithAnExchangeBeneath(String operation, String methods) {
    for (String method : methods.split(" ", -1)) {
      everyName(method, at(Hosts.TRACK, REGION)).answered("200").operations(operation + " success");
      everyName(method, at(Hosts.OTHER, REGION)).answered("200").nothing();
      everyName(method, NOWHERE).answered("0").nothing();
    }
  }

  @Test
  void genericNameCountsWithAnExchangeThatFailedBeneath() {
    standIn().script(Reply.reset(), Reply.reset());
    everyName("delete", at(Hosts.TRACK, REGION))
        .threw("java.net.SocketException")
        .operations("delete reset");
  }

  @Test
  void configuredMethodsCountInAnyClass() {
    watch()
        .call("crm.Crm", "upsert", Leaks.ID, "plan=pro")
        .answered("200")
        .operations("identify success")
        .attempts("PUT track.customer.io /api/v1/customers/{identifier} 200");
    watch()
        .call("crm.Crm", "fire", Leaks.ID, "ordered")
        .answered("pending")
        .operations("track unknown")
        .attempts();
    watch()
        .call("crm.Crm$Mailer", "sendMail", Leaks.EMAIL)
        .answered("queued")
        .operations("send_email unknown")
        .attempts();
  }

  @Test
  void configuredMethodCountsAlsoWhereItsNameIsGeneric() {
    watch()
        .call("crm.Crm", "sendEmail", Leaks.EMAIL)
        .answered("queued")
        .operations("send_email unknown")
        .attempts();
  }

  @Test
  void methodsNotConfiguredAreLeftAlone() {
    watch().call("crm.Crm", "identify", Leaks.ID).answered("unseen").nothing();
  }

  @Test
  void punctuationInNamesIsIgnored() {
    watch().call("crm.CustomerIOFacade", "identify", Leaks.ID).operations("identify unknown");
    watch()
        .call("crm.CustomerIOFacade$CustomerIo_Events", "track", Leaks.ID, "ordered")
        .operations("track unknown");
    watch().call("customer.io.Api", "trackEvent", Leaks.ID, "ordered").operations("track unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "CustomerIoController, track",
    "MockCustomerIoClient, identify",
    "PlainGateway, throughDefault",
    "PlainGateway, throughProxy",
    "Arguments, hidden",
  })
  void interfacesProxiesTestDoublesAndControllersAreLeftAlone(String type, String method) {
    watch().call("customerio." + type, method, Leaks.ID).answered("").nothing();
  }

  @Test
  void staticMethodIsNoClientMethod() {
    watch().call("customerio.Arguments", "suppress", Leaks.ID).answered("static").nothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"describe", "toString"})
  void otherMethodsOfAClientAreLeftAlone(String method) {
    watch().call("customerio.BrokenStageClient", method).answered("").nothing();
  }

  private CommandResult everyName(String method, String address) {
    return watch().call("customerio.EveryName", method, address);
  }
}
