package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.config.SettingsReader;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DryRunTest {
  private static final String URL_CONNECTION =
      "io.cioagent.instrumentation.httpurlconnection.HttpUrlConnectionInstrumentation";

  private final List<String> lines = new ArrayList<>();
  private DryRun dryRun;

  /** A client by its name only after it got one. */
  public static class Sample {
    public void identify(String userId, Map<String, Object> attributes) {}

    public void sendEmail(String to) {}

    public static void track(String userId) {}
  }

  @BeforeEach
  void start() {
    Map<String, String> instrumentations = new HashMap<>();
    instrumentations.put("sun/net/www/protocol/http/HttpURLConnection", URL_CONNECTION);
    instrumentations.put("+java/lang/Thread", "handover");
    instrumentations.put("+java/util/concurrent/ForkJoinTask$AdaptedRunnable", "handover");
    Observer observer = new Recorder().observer();
    Weaver weaver = new Weaver(instrumentations, SettingsReader.read(null, null, null), observer);
    dryRun = new DryRun(weaver, instrumentations, lines::add);
  }

  private void load(ClassLoader loader, String name) {
    byte[] classFile = new ByteBuddy().redefine(Sample.class).name(name).make().getBytes();
    assertThat(dryRun.transform(loader, name.replace('.', '/'), null, null, classFile))
        .as("left as it is")
        .isNull();
  }

  private void load(String name) {
    load(getClass().getClassLoader(), name);
  }

  @Test
  void clientAndItsConsequences() {
    load("com.acme.customerio.Client");
    load("com.acme.customerio.Client");
    load("com.acme.customerio.Other");
    assertThat(lines)
        .containsExactly(
            "would weave com.acme.customerio.Client (a client): identify(String, Map) as identify,"
                + " sendEmail(String) as send_email (only if it makes a request to Customer.io),"
                + " not track (static)",
            "would weave with the first client class, to follow work to other threads, if this JDK"
                + " has them: java.lang.Thread, java.util.concurrent.ForkJoinTask",
            "would weave com.acme.customerio.Other (a client): identify(String, Map) as identify,"
                + " sendEmail(String) as send_email (only if it makes a request to Customer.io),"
                + " not track (static)");
  }

  @Test
  void waitingClassThatIsNotWovenIsNotReported() {
    load("com.acme.Other");
    assertThat(lines).isEmpty();
  }

  @Test
  void classWhoseNameIsNoClientName() {
    load("com.acme.customerio.MockClient");
    assertThat(lines)
        .containsExactly(
            "would not weave com.acme.customerio.MockClient: it is a test double (by its name)");
  }

  @Test
  void libraryInAnUnknownVersion() {
    load("sun.net.www.protocol.http.HttpURLConnection");
    assertThat(lines)
        .containsExactly(
            "would not weave sun.net.www.protocol.http.HttpURLConnection: it lacks connect() and"
                + " getOutputStream() and getInputStream() and writeRequests() and followRedirect()"
                + " and disconnectInternal() and disconnectWeb(), which the agent requires");
  }

  @Test
  void loaderThatHidesTheBridge() {
    ClassLoader hiding =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.cioagent.bridge.")) {
              throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
          }
        };
    load(hiding, "com.acme.customerio.Client");
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .startsWith("would not weave com.acme.customerio.Client: its class loader ")
        .contains("org.osgi.framework.bootdelegation");
  }

  @Test
  void brokenClassFileIsIgnored() {
    assertThat(dryRun.transform(null, "com/acme/customerio/Client", null, null, new byte[9]))
        .isNull();
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).startsWith("class com.acme.customerio.Client cannot be examined: ");
  }

  @Test
  void dryRunEnds() {
    for (int i = 0; i < 2000; i++) {
      load("com.acme.customerio.MockClient" + i);
    }
    assertThat(lines).hasSize(1001);
    assertThat(lines.get(1000)).isEqualTo("too many classes; further ones are not listed");
  }
}
