package io.cioagent.core.telemetry;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceIdTest {
  @TempDir private Path folder;

  private static void assertRandomUuid(String id) {
    UUID uuid = UUID.fromString(id);
    assertThat(uuid).hasToString(id);
    assertThat(uuid.version()).isEqualTo(4);
    assertThat(uuid.variant()).isEqualTo(2);
  }

  @Test
  void isARandomUuid() {
    assertRandomUuid(InstanceId.random());
    assertThat(Stream.generate(InstanceId::random).limit(100).collect(toSet())).hasSize(100);
  }

  @Test
  void isUniqueWithoutASourceOfRandomBytes() throws IOException {
    File missing = folder.resolve("missing").toFile();
    assertRandomUuid(InstanceId.random(missing));
    assertThat(Stream.generate(() -> InstanceId.random(missing)).limit(100).collect(toSet()))
        .hasSize(100);
    assertRandomUuid(InstanceId.random(Files.write(folder.resolve("short"), new byte[9]).toFile()));
  }
}
