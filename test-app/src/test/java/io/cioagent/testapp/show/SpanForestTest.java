package io.cioagent.testapp.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class SpanForestTest {

  private static final String JSON =
      "{'resourceSpans':[{'scopeSpans':[{'spans':["
          + "{'traceId':'t1','spanId':'b','parentSpanId':'a','name':'POST /x','kind':3,"
          + "'startTimeUnixNano':'3000000','endTimeUnixNano':'5500000','status':{'code':2},"
          + "'attributes':[{'key':'http.response.status_code','value':{'intValue':'503'}}]},"
          + "{'traceId':'t1','spanId':'a','name':'customerio.suppress','kind':3,"
          + "'startTimeUnixNano':'1000000','endTimeUnixNano':'6000000',"
          + "'status':{'code':2,'message':'HTTP 503'},"
          + "'attributes':[{'key':'customerio.operation','value':{'stringValue':'suppress'}}],"
          + "'events':[{'name':'exception','attributes':"
          + "[{'key':'exception.type','value':{'stringValue':'java.lang.RuntimeException'}}]}]}"
          + "]}]}]}";

  @Test
  void putsAnAttemptUnderItsOperation() throws JsonProcessingException {
    SpanForest forest = new SpanForest(JSON.replace('\'', '"'));
    assertThat(forest.find(span -> span.isOperation("suppress")))
        .hasValueSatisfying(
            span -> {
              assertThat(span.failed()).isTrue();
              assertThat(span.asTree())
                  .containsExactly(
                      "trace t1",
                      "customerio.suppress  5.0 ms  ERROR (HTTP 503)",
                      "    customerio.operation = suppress",
                      "    exception java.lang.RuntimeException",
                      "  └─ POST /x  2.5 ms  ERROR",
                      "         http.response.status_code = 503");
            });
  }

  @Test
  void nothingIsAnEmptyForest() throws JsonProcessingException {
    assertThat(new SpanForest("{\"resourceSpans\":[]}").isEmpty()).isTrue();
  }
}
