package io.cioagent.it.parity;

import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One command of a script, and what the server does meanwhile.
 *
 * @param words the command; {@code BASE} stands for the server's address at a Customer.io host,
 *     {@code ELSEWHERE} at another
 * @param replies for the requests that it leads to
 */
public record Step(List<String> words, List<Reply> replies) {

  /** A command whose words are parted by blanks. */
  public static Step of(String command, Reply... replies) {
    return new Step(List.of(command.split(" ", -1)), List.of(replies));
  }

  /** However often the application asks: it gets this answer. */
  public static Step always(Reply reply, String... words) {
    return new Step(Arrays.asList(words), Collections.nCopies(20, reply));
  }

  String[] words(String base) {
    String elsewhere = base.replace(Hosts.TRACK, Hosts.OTHER);
    return words.stream()
        .map(word -> word.replace("BASE", base).replace("ELSEWHERE", elsewhere))
        .toArray(String[]::new);
  }
}
