package io.cioagent.it.parity;

import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One command of a script, and what the server does meanwhile.
 *
 * @param words the command; {@code BASE} stands for the server's address at a Customer.io host,
 *     {@code ELSEWHERE} at another
 * @param replies for the requests that it leads to
 * @param answered whether the server answers; if not, the client may give up before the server has
 *     read the request
 * @param raced two timers of the library race: only the class of the exception is certain
 */
public record Step(List<String> words, List<Reply> replies, boolean answered, boolean raced) {

  /** What no two runs have in common: identities, channel numbers, ports, times of the moment. */
  private static final Pattern CHANCE =
      Pattern.compile(
          "(?<=@)[0-9a-f]{5,8}\\b|\\b0x[0-9a-f]{8}\\b|(?<=127\\.0\\.0\\.1:)\\d+"
              + "|(?<=Millis=\\[)\\d+|\\d+(?= ms\\b)"
              // Jetty's exceptions contain the state of the connection at that moment.
              + "|HttpConnectionOverHTTP@.*?(?= <- |$)");

  /** A command whose words are parted by blanks. */
  public static Step of(String command, Reply... replies) {
    return new Step(List.of(command.split(" ", -1)), List.of(replies), true, false);
  }

  /** However often the application asks: it gets this answer. */
  public static Step always(Reply reply, String... words) {
    return new Step(Arrays.asList(words), Collections.nCopies(20, reply), true, false);
  }

  /** A command that leads to one request, which gets no answer. */
  public static Step unanswered(String command) {
    return new Step(List.of(command.split(" ", -1)), List.of(Reply.silence()), false, false);
  }

  /** The same where the exception's text depends on who was first. */
  public Step inARace() {
    return new Step(words, replies, answered, true);
  }

  /** Of what the application got, all that another run would get too. */
  String certain(String answer) {
    return raced ? answer.split(": ", 2)[0] : CHANCE.matcher(answer).replaceAll("?");
  }

  String[] words(String base) {
    String elsewhere = base.replace(Hosts.TRACK, Hosts.OTHER);
    return words.stream()
        .map(word -> word.replace("BASE", base).replace("ELSEWHERE", elsewhere))
        .toArray(String[]::new);
  }
}
