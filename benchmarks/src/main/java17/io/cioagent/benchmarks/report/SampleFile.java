package io.cioagent.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What one part measured, written while it runs: a part that fails leaves what it has. Lines that
 * start with {@code #} are notes for the reader of the report.
 */
public final class SampleFile {

  private static final String NOTE = "# ";

  private final Path file;

  private SampleFile(Path file) {
    this.file = file;
  }

  /** An empty file in place of the last run's, with a note on what is measured, and when. */
  public static SampleFile create(Path file, String note) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    SampleFile samples = new SampleFile(file);
    samples.note(note);
    return samples;
  }

  public static SampleFile existing(Path file) {
    return new SampleFile(file);
  }

  public void note(String note) throws IOException {
    append(NOTE + note);
  }

  /** Keeps the sample, and prints it as a sign of life. */
  public void add(Sample sample) throws IOException {
    append(sample.toLine());
    System.out.println(sample.toLine());
  }

  List<String> notes() throws IOException {
    List<String> notes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(NOTE)) {
        notes.add(line.substring(NOTE.length()));
      }
    }
    return notes;
  }

  List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith(NOTE)) {
        samples.add(Sample.parse(line));
      }
    }
    return samples;
  }

  private void append(String line) throws IOException {
    Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
