package io.cioagent.it.mdc;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that the application logs to, whichever library it does that by: ids and message. */
// Configuration files are easier to read outside of the code that writes them.
@SuppressWarnings("InlineFormatString")
final class LogLines {

  private static final String LOGBACK =
      """
      <configuration>
        <appender name="file" class="ch.qos.logback.core.FileAppender">
          <file>%s</file>
          <encoder><pattern>%%X{trace_id}/%%X{span_id} %%m%%n</pattern></encoder>
        </appender>
        <root level="INFO"><appender-ref ref="file"/></root>
      </configuration>
      """;

  private static final String LOG4J_2 =
      """
      <Configuration>
        <Appenders>
          <File name="file" fileName="%s">
            <PatternLayout pattern="%%X{trace_id}/%%X{span_id} %%m%%n"/>
          </File>
        </Appenders>
        <Loggers><Root level="INFO"><AppenderRef ref="file"/></Root></Loggers>
      </Configuration>
      """;

  private static final String LOG4J_1 =
      """
      log4j.rootLogger=INFO, file
      log4j.appender.file=org.apache.log4j.FileAppender
      log4j.appender.file.File=%s
      log4j.appender.file.layout=org.apache.log4j.PatternLayout
      log4j.appender.file.layout.ConversionPattern=%%X{trace_id}/%%X{span_id} %%m%%n
      """;

  private final Path folder = Build.scratch("logging");
  private final Path file = folder.resolve("application.log");
  private int seen;

  /** With the configuration that its library looks for. */
  Jvm on(Jvm jvm) {
    try {
      Files.writeString(folder.resolve("logback.xml"), LOGBACK.formatted(file));
      Files.writeString(folder.resolve("log4j2.xml"), LOG4J_2.formatted(file));
      Files.writeString(folder.resolve("log4j.properties"), LOG4J_1.formatted(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jvm.classPath(folder);
  }

  /** Those that came since this was last asked. */
  List<String> fresh() {
    try {
      List<String> all = Files.readAllLines(file);
      List<String> fresh = all.subList(seen, all.size());
      seen = all.size();
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
