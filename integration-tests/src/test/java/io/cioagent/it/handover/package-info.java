/**
 * Work that a client method hands to another thread, by each way that Java has for that, belongs to
 * the operation. Each habit is a case.
 */
package io.cioagent.it.handover;
