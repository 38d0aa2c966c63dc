/** Class loaders of modules and bundles that hide the agent from their classes. */
package io.cioagent.instrumentation.moduleloader;
