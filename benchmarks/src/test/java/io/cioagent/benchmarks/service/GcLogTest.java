package io.cioagent.benchmarks.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GcLogTest {

  @Test
  void readsYoungCollections() {
    GcLog log =
        GcLog.parse(
            List.of(
                "[11.200s][trace][gc,age   ] GC(4) - age   1:    1048576 bytes,    1048576 total",
                "[11.200s][trace][gc,age   ] GC(4) - age   2:    1048576 bytes,    2097152 total",
                "[11.201s][info ][gc,phases] GC(4)   Evacuate Collection Set: 2.1ms",
                "[11.202s][info ][gc       ] GC(4) Pause Young (Normal) (G1 Evacuation Pause)"
                    + " 250M->30M(512M) 3.512ms",
                "[11.300s][info ][gc       ] GC(5) Pause Remark 33M->33M(512M) 9.000ms"));

    assertThat(log.pauses()).containsExactly(3.512);
    assertThat(log.evacuations()).containsExactly(2.1);
    assertThat(log.survivorsMib()).containsExactly(2.0);
  }

  @Test
  void readsTheResultOfWrk() {
    Load load = Load.parse("Running 4s test\nresult 8000 0 4000000 1500 3800 9000\n");

    assertThat(load).isEqualTo(new Load(8000, 2000, 1.5, 3.8, 9));
  }

  @Test
  void rejectsALoadWithErrors() {
    assertThatThrownBy(() -> Load.parse("result 8000 3 4000000 1500 3800 9000\n"))
        .hasMessageStartingWith("3 of 8000 requests failed");
  }
}
