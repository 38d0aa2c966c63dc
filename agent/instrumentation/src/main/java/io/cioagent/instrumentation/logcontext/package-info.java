/**
 * Where Logback, Log4j 2 and Log4j 1 keep the MDC, whichever API the application fills it by. Only
 * what the application itself has loaded is touched.
 */
package io.cioagent.instrumentation.logcontext;
