/**
 * One list of cases for every server that receives webhooks. A server joins with an application
 * that extends {@code ReceiverApp} (in a folder of its own below {@code src/apps}; servlet
 * containers add the folder {@code servlet} and start {@code ServletHooks}) and a class like {@link
 * io.cioagent.it.receiver.TomcatReceiverIT} that names its versions and the ways in which that
 * application reads, which {@code Hook} lists.
 */
package io.cioagent.it.receiver;
