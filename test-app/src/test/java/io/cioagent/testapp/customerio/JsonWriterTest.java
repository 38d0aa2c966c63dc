package io.cioagent.testapp.customerio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a\"b\\c", "line\nbreak\ttab\u0000nul", "Yıldız 😀", "</script>"})
  void textSurvivesTheRoundTrip(String text) throws JsonProcessingException {
    JsonNode json = parse(Collections.singletonMap(text, text));
    assertThat(json.get(text).asText()).isEqualTo(text);
  }

  @Test
  void valuesKeepTheirTypes() throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("nothing", null);
    fields.put("flag", true);
    fields.put("count", 12L);
    fields.put("price", 9.5);
    fields.put("ratio", Double.NaN);
    fields.put("inner", Collections.singletonMap("deep", "yes"));

    JsonNode json = parse(fields);

    assertThat(json.get("nothing").isNull()).isTrue();
    assertThat(json.get("flag").isBoolean()).isTrue();
    assertThat(json.get("count").asLong()).isEqualTo(12);
    assertThat(json.get("price").asDouble()).isEqualTo(9.5);
    assertThat(json.get("ratio").asText()).isEqualTo("NaN");
    assertThat(json.get("inner").get("deep").asText()).isEqualTo("yes");
  }

  private static JsonNode parse(Map<?, ?> fields) throws JsonProcessingException {
    return new ObjectMapper().readTree(JsonWriter.object(fields));
  }
}
