package io.cioagent.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The user's id in spans, as the setting {@code user-id} wants it. */
@BuildAndOldestJdk
class UserIdIT {

  @Parameter private Jdk jdk;

  private static final String USER = "customerio.user.id";
  private static final String UUID = "2f1c8a54-5d0e-4a53-8f7e-0d6c1b2a3f40";

  @Test
  void autoHashesOnlyAddressesAndPhoneNumbers() {
    try (RunningJvm jvm = start()) {
      Watch watch = new Watch(jvm);
      assertThat(user(watch, Leaks.ID)).isEqualTo(Leaks.ID);
      String hashed = user(watch, Leaks.EMAIL);
      assertThat(hashed).isNotBlank().doesNotContain("robin", "@");
      assertThat(user(watch, Leaks.EMAIL)).as("same user, same hash").isEqualTo(hashed);
      assertThat(user(watch, Leaks.PHONE)).isNotBlank().doesNotContain("5550100");
      Leaks.assertNone("spans", watch.endpoint().text("/spans"));
    }
  }

  @Test
  void hashModeShowsNoUserId() {
    try (RunningJvm jvm = start("user-id=hash")) {
      Watch watch = new Watch(jvm);
      String first = user(watch, Leaks.ID);
      assertThat(first).isNotBlank().doesNotContain(Leaks.ID);
      assertThat(user(watch, "cust-5513")).isNotBlank().isNotEqualTo(first);
      assertThat(user(watch, Leaks.ID)).isEqualTo(first);
    }
  }

  @Test
  void plainShowsWhatTheApplicationPassed() {
    try (RunningJvm jvm = start("user-id=plain")) {
      assertThat(user(new Watch(jvm), Leaks.EMAIL)).isEqualTo(Leaks.EMAIL);
    }
  }

  @Test
  void noneShowsNoUserId() {
    try (RunningJvm jvm = start("user-id=none")) {
      assertThat(user(new Watch(jvm), Leaks.ID)).isNull();
    }
  }

  @Test
  void firstSuitableParameterIsTheUserId() {
    try (RunningJvm jvm = start()) {
      Watch watch = new Watch(jvm);
      assertThat(of(watch, "updateCustomer", "plan=pro", "4711")).isEqualTo("4711");
      assertThat(of(watch, "createOrUpdateCustomer", "4712")).isEqualTo("4712");
      assertThat(of(watch, "upsertCustomer", UUID)).isEqualTo(UUID);
      assertThat(of(watch, "identifyUser", "anything", Leaks.ID)).isEqualTo(Leaks.ID);
      assertThat(of(watch, "addOrUpdateCustomer")).isNull();
    }
  }

  @Test
  void eventNameIsTheNextString() {
    try (RunningJvm jvm = start()) {
      Watch watch = new Watch(jvm);
      assertThat(
              watch
                  .call("customerio.Arguments", "track", Leaks.ID, "ordered", "total=12.50")
                  .answered("event")
                  .span()
                  .attributes())
          .containsEntry(USER, Leaks.ID)
          .containsEntry("customerio.event.name", "ordered");
      assertThat(
              watch
                  .call("customerio.Arguments", "trackEvent", "4711", "returned")
                  .answered("event")
                  .span()
                  .attributes())
          .containsEntry(USER, "4711")
          .containsEntry("customerio.event.name", "returned");
    }
  }

  private static String user(Watch watch, String id) {
    return of(watch, "identify", id);
  }

  private static String of(Watch watch, String method, String... arguments) {
    return watch
        .call("customerio.Arguments", method, arguments)
        .answered("")
        .operations("identify unknown")
        .span()
        .attribute(USER);
  }

  private RunningJvm start(String... settings) {
    return Jvm.on(jdk)
        .agent(settings)
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", "nowhere")
        .ready();
  }
}
