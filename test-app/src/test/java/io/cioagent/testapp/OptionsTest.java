package io.cioagent.testapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cioagent.testapp.standin.Day;
import java.nio.file.Paths;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void everythingHasADefault() {
    Options options = Options.read(new String[0], new Properties());
    assertThat(options.seconds).isEqualTo(20);
    assertThat(options.threads).isEqualTo(2);
    assertThat(options.day).isEqualTo(Day.BAD);
    assertThat(options.outage).isNull();
    assertThat(options.report).isNull();
    assertThat(options.help).isFalse();
  }

  @Test
  void argumentBeatsASystemProperty() {
    Properties properties = new Properties();
    properties.setProperty("shop.seconds", "3");
    properties.setProperty("shop.rate", "0.5");
    Options options = Options.read(new String[] {"--seconds=9"}, properties);
    assertThat(options.seconds).isEqualTo(9);
    assertThat(options.rate).isEqualTo(0.5);
  }

  @Test
  void dayAndItsOutageCanBeChosen() {
    String[] arguments = {"--day=good", "--outage=/tmp/outage"};
    Options options = Options.read(arguments, new Properties());
    assertThat(options.day).isEqualTo(Day.GOOD);
    assertThat(options.outage).isEqualTo(Paths.get("/tmp/outage"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seconds=9",
        "--seconds",
        "--seconds=",
        "--seconds=-1",
        "--seconds=soon",
        "--rate=NaN",
        "--rate=0",
        "--threads=65",
        "--day=rainy",
        "--colour=red",
        "--=1"
      })
  void invalidValueIsRejectedWithItsName(String argument) {
    String name = argument.replace("-", "").replaceAll("=.*", "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.read(new String[] {argument}, new Properties()))
        .withMessageContaining(name);
  }
}
