/** The metrics: names, labels and bucket bounds, each declared once. */
package io.cioagent.core.metrics;
