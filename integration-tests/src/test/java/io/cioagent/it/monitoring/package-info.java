/**
 * Holds what a team imports on the first day, the dashboard, the rules and the manifests, against
 * the real tools and the agent's real output. Nothing here knows PromQL: Prometheus itself judges.
 */
package io.cioagent.it.monitoring;
