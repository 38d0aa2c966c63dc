/**
 * Where Logback, Log4j 2 and Log4j 1 keep what each line of a thread is to tell, whichever API the
 * application fills that by. Only what the application has brought to life itself is touched.
 */
package io.cioagent.instrumentation.logcontext;
