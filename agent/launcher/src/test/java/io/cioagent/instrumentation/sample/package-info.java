/** An instrumentation as the real ones are, for a library that the tests bring. */
package io.cioagent.instrumentation.sample;
