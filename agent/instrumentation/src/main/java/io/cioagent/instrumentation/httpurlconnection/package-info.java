/**
 * The JDK's own {@code HttpURLConnection}, http and https, in every way that applications use it.
 * Its classes are the same from Java 8 to the newest.
 */
package io.cioagent.instrumentation.httpurlconnection;
