/**
 * Puts the pieces together inside the isolated class loader and weaves classes with Byte Buddy. The
 * launcher enters here, with JDK types only.
 */
package io.cioagent.weaver;
