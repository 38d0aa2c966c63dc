/**
 * Hand-written Customer.io clients on {@code java.net.http}. They are what services of today have.
 */
package io.cioagent.it.apps.customerio;
