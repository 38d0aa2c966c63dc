package io.cioagent.testapp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** The file that the summary's numbers go to. */
final class ReportFile {

  private final Path target;

  ReportFile(Path file) {
    this.target = file.toAbsolutePath();
  }

  /** Writes the numbers so that a reader finds all of them or no file. */
  void write(Properties numbers) throws IOException {
    Path draft = Files.createTempFile(target.getParent(), "report", ".tmp");
    try (OutputStream out = Files.newOutputStream(draft)) {
      numbers.store(
          out,
          "reported.OPERATION.(ok|failed), answered.OPERATION.(STATUS|timeout), webhook.receiver.OUTCOME: the"
              + " receiver's count, other webhook.KEY: the stand-in's");
    }
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
