/**
 * Stands where {@code java.util.logging} is called by the OpenTelemetry SDK; the build moves those
 * calls here. An application may install its own LogManager in {@code main}, and initializing
 * java.util.logging earlier breaks that (opentelemetry-java-instrumentation 2546, 11143).
 */
package io.cioagent.core.sdklog;
