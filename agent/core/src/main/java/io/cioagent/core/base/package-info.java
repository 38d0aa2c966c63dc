/** Small pieces that several packages share: threads, bounded copies and memories of ids. */
package io.cioagent.core.base;
