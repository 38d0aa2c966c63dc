package io.cioagent.it.neighbours;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.MavenRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Byteman with rules for the application, a library and the JDK. */
final class Byteman extends Woven {

  private static final String RULES =
      """
      RULE client method
      CLASS io.cioagent.it.apps.customerio.CustomerIoClient
      METHOD identify
      AT ENTRY
      IF TRUE
      DO io.cioagent.it.apps.Sightings.add("identify")
      ENDRULE

      RULE library
      CLASS okhttp3.RealCall
      METHOD execute
      AT EXIT
      IF TRUE
      DO io.cioagent.it.apps.Sightings.add("returned from execute")
      ENDRULE

      RULE class of the JDK
      CLASS sun.net.www.protocol.http.HttpURLConnection
      METHOD getInputStream
      AT ENTRY
      IF TRUE
      DO incrementCounter("streams")
      ENDRULE

      RULE report calls of the JDK
      CLASS io.cioagent.it.apps.Sightings
      METHOD all
      AT ENTRY
      IF TRUE
      DO io.cioagent.it.apps.Sightings.add("streams " + readCounter("streams"))
      ENDRULE
      """;

  private final Path jar;
  private final Path rules;

  Byteman(String version, Jdk jdk) throws IOException {
    jar = MavenRepository.jars(List.of("org.jboss.byteman:byteman:" + version)).get(0);
    rules = Files.writeString(Build.scratch("byteman").resolve("shop.btm"), RULES);
  }

  @Override
  public void join(Jvm jvm) {
    jvm.agentWith(jar, "script:" + rules + ",boot:" + jar);
  }
}
