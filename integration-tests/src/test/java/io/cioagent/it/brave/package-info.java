/**
 * Operations of an application that traces with Brave: they hang beneath its current span, and
 * nothing of it stays.
 */
package io.cioagent.it.brave;
