/**
 * Kotlin's suspend functions as client methods: which continuation stands for which call, and when
 * it is resumed. Kotlin 1.3 and later.
 */
package io.cioagent.instrumentation.kotlincoroutines;
