/**
 * Client methods that an application wrote by itself. What is asked of Customer.io is counted once,
 * by the outermost of them, with the outcome that the wire knows.
 */
package io.cioagent.it.clients;
