/**
 * What every instrumentation is made of: the methods to weave, a tiny advice and an adapter that
 * returns facts. One sub-package per library; none names a metric, a label or an attribute.
 */
package io.cioagent.instrumentation;
