/**
 * RxJava 3's types as results of client methods. Each subscription is an operation, from its
 * beginning to its end or disposal.
 */
package io.cioagent.instrumentation.rxjava3;
