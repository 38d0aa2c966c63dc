package io.cioagent.testapp.shop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Deals occasions in random order like cards: within each twenty every kind comes up as often as
 * its share says, so that a short run meets the rare ones too.
 */
final class OccasionDeck {

  private final Random random;
  private final List<Occasion> cards = new ArrayList<>();

  OccasionDeck(long seed) {
    this.random = new Random(seed);
  }

  synchronized Occasion draw() {
    if (cards.isEmpty()) {
      for (Occasion occasion : Occasion.values()) {
        cards.addAll(Collections.nCopies(occasion.share, occasion));
      }
      Collections.shuffle(cards, random);
    }
    return cards.remove(cards.size() - 1);
  }
}
