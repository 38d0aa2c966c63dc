package io.cioagent.core.oplog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOutputTest {
  @TempDir private Path folder;
  private Path file;
  private long nanos;
  private FileOutput output;

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("operations.log");
    output = new FileOutput(file.toFile(), () -> nanos);
    output.open();
  }

  private void write(String line) throws IOException {
    output.write((line + "\n").getBytes(UTF_8));
  }

  private static String text(Path path) throws IOException {
    return new String(Files.readAllBytes(path), UTF_8);
  }

  private void aSecondGoesBy() {
    nanos += TimeUnit.SECONDS.toNanos(1);
  }

  @Test
  void appendsToAnExistingFile() throws IOException {
    write("1");
    output = new FileOutput(file.toFile(), () -> nanos);
    output.open();
    write("2");
    assertThat(text(file)).isEqualTo("1\n2\n");
  }

  @Test
  void continuesInANewFileAfterAMove() throws IOException {
    write("1");
    Path moved = folder.resolve("operations.log.1");
    Files.move(file, moved);
    write("2");
    aSecondGoesBy();
    write("3");
    assertThat(text(moved)).isEqualTo("1\n2\n");
    assertThat(text(file)).isEqualTo("3\n");
  }

  @Test
  void continuesInTheReplacementFile() throws IOException {
    write("1");
    Files.move(file, folder.resolve("operations.log.1"));
    Files.write(file, "already here\n".getBytes(UTF_8));
    aSecondGoesBy();
    write("2");
    assertThat(text(file)).isEqualTo("already here\n2\n");
  }

  @Test
  void continuesInANewFileAfterADeletion() throws IOException {
    write("1");
    Files.delete(file);
    aSecondGoesBy();
    write("2");
    assertThat(text(file)).isEqualTo("2\n");
  }

  @Test
  void continuesAtTheStartOfATruncatedFile() throws IOException {
    write("1");
    try (OutputStream truncating =
        Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
      truncating.flush();
    }
    write("2");
    assertThat(text(file)).isEqualTo("2\n");
  }

  @Test
  void staysWithTheMovedFileIfNoNewFileCanBeCreated() throws IOException {
    Path own = Files.createDirectory(folder.resolve("logs"));
    output = new FileOutput(own.resolve("operations.log").toFile(), () -> nanos);
    output.open();
    write("1");
    Path moved = folder.resolve("moved");
    Files.move(own, moved);
    aSecondGoesBy();
    write("2");
    assertThat(text(moved.resolve("operations.log"))).isEqualTo("1\n2\n");
    Files.createDirectory(own);
    aSecondGoesBy();
    write("3");
    assertThat(text(own.resolve("operations.log"))).isEqualTo("3\n");
  }

  @Test
  void startsOnANewLine() throws IOException {
    Files.write(file, "{\"half".getBytes(UTF_8));
    output = new FileOutput(file.toFile(), () -> nanos);
    output.open();
    write("1");
    assertThat(text(file)).isEqualTo("{\"half\n1\n");
  }

  @Test
  void cannotBeOpenedWithoutItsDirectory() {
    FileOutput nowhere = new FileOutput(folder.resolve("no/such/file").toFile(), () -> nanos);
    assertThatThrownBy(nowhere::open).isInstanceOf(IOException.class);
  }
}
