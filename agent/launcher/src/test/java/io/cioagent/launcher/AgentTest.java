package io.cioagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentTest {
  private static final int JAVA_7 = 51;

  @ParameterizedTest
  @CsvSource({
    "1.4, true",
    "1.5, true",
    "1.6, true",
    "1.7, true",
    "1.8, false",
    "9, false",
    "11, false",
    "17, false",
    "25, false",
    "100, false",
    "'', false",
    ", false",
  })
  void isTooOld(String specificationVersion, boolean expected) {
    assertThat(Agent.isTooOld(specificationVersion)).isEqualTo(expected);
  }

  /** Otherwise Java 7 cannot load it to report that it is too old. */
  @Test
  void classFileIsOfJava7() throws IOException {
    try (DataInputStream classFile =
        new DataInputStream(Agent.class.getResourceAsStream("Agent.class"))) {
      assertThat(classFile.readInt()).isEqualTo(0xcafebabe);
      assertThat(classFile.readUnsignedShort()).isZero();
      assertThat(classFile.readUnsignedShort()).isEqualTo(JAVA_7);
    }
  }
}
