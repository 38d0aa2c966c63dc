package io.cioagent.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTest {
  @Test
  void indexesAreDense() {
    List<Operation> all = Operation.all();
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).index()).isEqualTo(i);
      assertThat(Operation.named(all.get(i).name())).isSameAs(all.get(i));
    }
    assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(60);
  }

  @Test
  void constantsAreInTheVocabulary() {
    assertThat(Operation.all())
        .contains(Operation.IDENTIFY, Operation.TRACK, Operation.OTHER)
        .doesNotContainNull();
    assertThat(Operation.IDENTIFY).hasToString("identify");
    assertThat(Operation.TRACK.spanName()).isEqualTo("customerio.track");
    assertThat(Operation.OTHER.name()).isEqualTo("other");
  }

  @Test
  void unknownNamesAreNull() {
    assertThat(Operation.named("Identify")).isNull();
    assertThat(Operation.named("operation")).isNull();
    assertThat(Operation.named("")).isNull();
    assertThat(Operation.named(null)).isNull();
  }

  @Test
  void apisHaveTheNamesInTheContract() {
    assertThat(Api.values()).extracting(Api::value).containsExactly("track", "app", "pipelines");
  }
}
