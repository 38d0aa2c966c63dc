package io.cioagent.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Path PAGE = Path.of("page.md");

  @Test
  void replacesTheBlockBetweenTheMarkers() {
    String page = "Text\n<!-- report start -->\nold\n<!-- report end -->\nmore\n";

    assertThat(Report.replaceBlock(page, "new\n", PAGE))
        .isEqualTo("Text\n<!-- report start -->\nnew\n<!-- report end -->\nmore\n");
  }

  @Test
  void namesTheMarkersThatAreMissing() {
    assertThatThrownBy(() -> Report.replaceBlock("Text", "new", PAGE))
        .hasMessage(
            "page.md does not have the lines '<!-- report start -->' and '<!-- report end -->'");
  }
}
