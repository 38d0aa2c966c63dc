package io.cioagent.benchmarks.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk says after it has kept eight connections busy.
 *
 * @param perSecond requests
 */
record Load(
    long requests, double perSecond, double medianMillis, double p99Millis, double p999Millis) {

  private static final Pattern RESULT =
      Pattern.compile("^result (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)$", Pattern.MULTILINE);

  static Load run(String url, int seconds) throws IOException, InterruptedException {
    Process wrk =
        new ProcessBuilder(
                "wrk",
                "--threads=1",
                "--connections=8",
                "--duration=" + seconds + "s",
                "--script=benchmarks/service/wrk.lua",
                url)
            .redirectErrorStream(true)
            .start();
    String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (wrk.waitFor() != 0) {
      throw new IllegalStateException("wrk failed: " + output);
    }
    return parse(output);
  }

  /** Fails if a request was not answered with success. */
  static Load parse(String output) {
    Matcher result = RESULT.matcher(output);
    if (!result.find()) {
      throw new IllegalStateException("no result of wrk: " + output);
    }
    long requests = Long.parseLong(result.group(1));
    if (requests == 0 || !result.group(2).equals("0")) {
      throw new IllegalStateException(
          result.group(2) + " of " + requests + " requests failed: " + output);
    }
    double seconds = Long.parseLong(result.group(3)) / 1e6;
    return new Load(
        requests, requests / seconds, millis(result, 4), millis(result, 5), millis(result, 6));
  }

  private static double millis(Matcher result, int group) {
    return Long.parseLong(result.group(group)) / 1e3;
  }
}
