/** Loaded by a class loader of its own, used for a moment and dropped with it. */
package io.cioagent.it.apps.dropped.customerio;
