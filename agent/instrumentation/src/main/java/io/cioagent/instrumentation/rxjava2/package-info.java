/**
 * RxJava 2's types as results of client methods. Each subscription is an operation, from its
 * beginning to the terminal signal or the cancellation.
 */
package io.cioagent.instrumentation.rxjava2;
