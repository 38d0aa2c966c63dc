package io.cioagent.it.tracing;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.MavenRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Other agents that trace the methods of {@code TracedUses}, and send nothing anywhere. */
enum TracingAgent {
  DATADOG("com.datadoghq:dd-java-agent:1.68.1", "dd.trace_id", "dd.span_id") {
    @Override
    Jvm options(Jvm jvm) {
      return jvm.option("-Ddd.trace.methods=" + TRACED + "[within,bare]")
          .option("-Ddd.trace.agent.url=" + NOWHERE)
          .option("-Ddd.instrumentation.telemetry.enabled=false")
          .option("-Ddd.remote_config.enabled=false")
          .option("-Ddd.trace.startup.logs=false");
    }
  },

  ELASTIC("co.elastic.apm:elastic-apm-agent:1.55.1", "trace.id", "span.id") {
    @Override
    Jvm options(Jvm jvm) {
      return jvm.option("-Delastic.apm.trace_methods=" + TRACED + "#within," + TRACED + "#bare")
          .option("-Delastic.apm.server_url=" + NOWHERE)
          .option("-Delastic.apm.cloud_provider=NONE")
          .option("-Delastic.apm.log_level=OFF");
    }
  },

  NEW_RELIC("com.newrelic.agent.java:newrelic-agent:8.19.0", "trace.id", "span.id") {
    @Override
    Jvm options(Jvm jvm) {
      Path folder = Build.scratch("newrelic");
      try {
        Files.writeString(
            folder.resolve("traced.xml"),
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <extension xmlns="https://newrelic.com/docs/java/xsd/v1.0" name="traced" version="1.0">
              <instrumentation>
                <pointcut transactionStartPoint="true">
                  <className>%s</className>
                  <method><name>within</name></method>
                  <method><name>bare</name></method>
                </pointcut>
              </instrumentation>
            </extension>
            """
                .formatted(TRACED));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return jvm.option("-Dnewrelic.config.extensions.dir=" + folder)
          .option("-Dnewrelic.config.license_key=" + "a".repeat(40))
          .option("-Dnewrelic.config.app_name=shop")
          .option("-Dnewrelic.config.host=127.0.0.1")
          .option("-Dnewrelic.config.metric_ingest_uri=" + NOWHERE)
          .option("-Dnewrelic.config.event_ingest_uri=" + NOWHERE)
          .option("-Dnewrelic.config.security.enabled=false")
          .option("-Dnewrelic.config.log_file_path=" + folder);
    }
  };

  /** Nothing listens there. */
  private static final String NOWHERE = "http://127.0.0.1:1";

  private static final String TRACED = "io.cioagent.it.apps.TracedUses";

  private final String coordinates;
  private final String traceField;
  private final String spanField;

  /**
   * @param traceField the field of its trace id in log lines
   * @param spanField the field of its span id
   */
  TracingAgent(String coordinates, String traceField, String spanField) {
    this.coordinates = coordinates;
    this.traceField = traceField;
    this.spanField = spanField;
  }

  /** Lets it trace, in the JVM that has it. */
  abstract Jvm options(Jvm jvm);

  Path jar() {
    return MavenRepository.jars(List.of(coordinates)).get(0);
  }

  String traceField() {
    return traceField;
  }

  String spanField() {
    return spanField;
  }
}
