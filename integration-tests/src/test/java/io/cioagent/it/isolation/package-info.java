/**
 * What the application can see of the agent: nothing it could stumble over. Its own versions of our
 * libraries, its old class files and its class loading stay as they are.
 */
package io.cioagent.it.isolation;
