/** Hand-written instrumentation with the OpenTelemetry SDK, as an application would have it. */
package io.cioagent.benchmarks.percall.wrapper;
