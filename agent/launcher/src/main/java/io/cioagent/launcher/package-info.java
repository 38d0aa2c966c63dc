/**
 * What runs in {@code premain}: start-up checks, the bridge, one small transformer and a background
 * thread that starts the rest. The only classes of the agent on the class path; JDK types only.
 */
package io.cioagent.launcher;
