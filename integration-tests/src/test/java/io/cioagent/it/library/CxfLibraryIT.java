package io.cioagent.it.library;

import io.cioagent.it.parity.Step;
import java.util.List;

/** CXF, a JAX-RS client: seen in HttpURLConnection and java.net.http, and once. */
@Library("cxf")
class CxfLibraryIT extends LibraryCases {

  /** CXF 4 races with itself there: an exception, another one, or a 200 that nobody sent. */
  @Override
  protected List<Step> script(String refusing) {
    return super.script(refusing).stream()
        .filter(step -> !step.replies().contains(NO_STATUS_LINE))
        .toList();
  }
}
