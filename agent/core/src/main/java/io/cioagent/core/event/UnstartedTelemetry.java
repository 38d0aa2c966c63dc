package io.cioagent.core.event;

import io.cioagent.core.call.Call;

/** Telemetry that has not started, as nothing was observed. Safe for any thread. */
public interface UnstartedTelemetry {
  /** Starts it in the background. Does nothing if it is starting. Neither blocks nor throws. */
  void start();

  /** Ends any wait before the start: the JVM exits, or many events are kept. */
  void hurry();

  /** Copies the data of a call if its line of the operation log may need it. */
  void copyData(Call call);
}
