/**
 * What every instrumentation is made of: the methods to weave, the shape of the code that is added,
 * and an adapter that returns facts. One sub-package per library; none names a metric, a label or
 * an attribute.
 */
package io.cioagent.instrumentation;
