/** A Spring Boot service at start, in its first seconds of load, and warm. */
package io.cioagent.benchmarks.service;
