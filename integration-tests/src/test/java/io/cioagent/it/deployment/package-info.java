/** Real distributions of application servers, with an application deployed to them. */
package io.cioagent.it.deployment;
