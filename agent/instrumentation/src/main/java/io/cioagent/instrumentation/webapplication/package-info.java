/** Finds out which web application of a server a class loader belongs to. */
package io.cioagent.instrumentation.webapplication;
