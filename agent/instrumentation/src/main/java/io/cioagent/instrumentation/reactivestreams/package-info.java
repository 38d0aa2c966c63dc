/** What Reactor and both generations of RxJava have in common; names none of their types. */
package io.cioagent.instrumentation.reactivestreams;
