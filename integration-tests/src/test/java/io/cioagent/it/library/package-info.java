/**
 * One list of cases for every HTTP library, in every version of {@link
 * io.cioagent.it.library.LibraryVersions}, on every JDK. What differs from library to library
 * stands in that table and nowhere else.
 */
package io.cioagent.it.library;
