package io.cioagent.it.tracing;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A version of OpenTelemetry's API that the application brings.
 *
 * @param version as published
 * @param hasSdk whether its SDK is on the class path too
 */
record ApiVersion(String version, boolean hasSdk) {

  static final String OLDEST = "1.0.0";
  static final String MIDDLE = "1.20.0";
  static final String NEWEST = "1.67.0";

  private static final Map<ApiVersion, Path> COMPILED = new ConcurrentHashMap<>();

  /**
   * Those to run on a JDK, in the order given: all on the JDK that runs the build, the newest on
   * the others; in the long suite all on each.
   */
  static Stream<Arguments> rows(ApiVersion... versions) {
    return Jdk.all().stream()
        .flatMap(
            jdk ->
                Stream.of(versions)
                    .filter(
                        version ->
                            Jdk.isLongSuite()
                                || jdk.equals(Jdk.running())
                                || version.version.equals(NEWEST))
                    .map(version -> Arguments.of(jdk, version)));
  }

  /** With everything that the application is made of. */
  Jvm on(Jvm jvm) {
    jvm.classPath(COMPILED.computeIfAbsent(this, ApiVersion::compiled));
    libraries().forEach(jvm::classPath);
    return jvm;
  }

  private List<Path> libraries() {
    List<Path> all = new ArrayList<>(List.of(Build.java8Apps()));
    String artifact = hasSdk ? "opentelemetry-sdk" : "opentelemetry-api";
    all.addAll(MavenRepository.jars(List.of("io.opentelemetry:" + artifact + ":" + version)));
    return all;
  }

  private Path compiled() {
    List<Path> folders = new ArrayList<>(List.of(Build.appSources("opentelemetry")));
    if (hasSdk) {
      folders.add(Build.appSources("opentelemetrysdk"));
    }
    if (hasSdk && version.equals(NEWEST)) {
      folders.add(Build.appSources("opentelemetrymetrics"));
    }
    return new Sources(folders, libraries(), 8)
        .java(Build.scratch("opentelemetry-" + version + (hasSdk ? "-sdk" : "")));
  }

  @Override
  public String toString() {
    return "OpenTelemetry API " + version + (hasSdk ? " with SDK" : "");
  }
}
