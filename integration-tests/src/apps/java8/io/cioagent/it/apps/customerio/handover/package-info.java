/**
 * Clients that send from another thread than the caller's, each in another of the ways that Java
 * has for that. They tell nobody how it went.
 */
package io.cioagent.it.apps.customerio.handover;
