/** Tests of what is read from other programs. */
package io.cioagent.benchmarks.service;
