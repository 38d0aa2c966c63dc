package io.cioagent.it.robustness;

import io.cioagent.it.standin.Reply;
import java.util.List;

/**
 * One command of a script, and what the server does meanwhile.
 *
 * @param words the command; {@code BASE} stands for the server's address at a Customer.io host
 * @param replies for the requests that it leads to
 */
record Step(List<String> words, List<Reply> replies) {

  static Step of(String command, Reply... replies) {
    return new Step(List.of(command.split(" ", -1)), List.of(replies));
  }

  String[] words(String base) {
    return words.stream().map(word -> word.replace("BASE", base)).toArray(String[]::new);
  }
}
