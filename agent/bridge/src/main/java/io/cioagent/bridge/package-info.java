/**
 * What woven code may call, defined on the bootstrap loader so that every class can see it. JDK
 * types only; it hands each call to the handler that was registered for the woven place.
 */
package io.cioagent.bridge;
