package io.cioagent.it.neighbours;

import io.cioagent.it.harness.RunningJvm;
import java.util.List;

/** A neighbour whose code in the application reports to it what it has seen. */
abstract class Woven implements Neighbour {

  private String seen = "nothing";

  @Override
  public void look(RunningJvm jvm) {
    seen = jvm.ask("call", "Sightings", "all");
  }

  @Override
  public List<String> counts() {
    return List.of(seen);
  }
}
