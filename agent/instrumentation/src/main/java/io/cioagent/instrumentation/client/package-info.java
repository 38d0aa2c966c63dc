/**
 * Client methods of the application itself: finds the classes that talk to Customer.io by their
 * names, or by configuration, and brings their calls to the observer.
 */
package io.cioagent.instrumentation.client;
