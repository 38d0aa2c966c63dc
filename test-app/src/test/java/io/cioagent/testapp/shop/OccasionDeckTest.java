package io.cioagent.testapp.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccasionDeckTest {

  @Test
  void twentyOccasionsHoldEachKindAsOftenAsItsShare() {
    OccasionDeck deck = new OccasionDeck(1);
    for (int round = 0; round < 3; round++) {
      List<Occasion> drawn = draw(deck, 20);
      for (Occasion occasion : Occasion.values()) {
        assertThat(Collections.frequency(drawn, occasion))
            .as(occasion.title)
            .isEqualTo(occasion.share);
      }
    }
  }

  @Test
  void sameSeedGivesTheSameSequence() {
    List<Occasion> story = draw(new OccasionDeck(42), 60);
    assertThat(draw(new OccasionDeck(42), 60)).isEqualTo(story);
    assertThat(draw(new OccasionDeck(43), 60)).isNotEqualTo(story);
  }

  private static List<Occasion> draw(OccasionDeck deck, int times) {
    List<Occasion> drawn = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      drawn.add(deck.draw());
    }
    return drawn;
  }
}
