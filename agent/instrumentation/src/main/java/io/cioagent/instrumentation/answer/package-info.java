/**
 * What the application reads of the answers to its sends, copied as it reads. Shared by the
 * libraries whose bodies are streams; nothing is read on the application's behalf.
 */
package io.cioagent.instrumentation.answer;
