package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.ReceivedRequest;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What writes is answered by a redirect, and the library follows redirects. Which it follows, and
 * by which method, is its own business: what the stand-in received says whether anything was
 * delivered.
 */
abstract class RedirectCases extends AnswerCases {

  private static final String CLIENT = "customerio.LibraryCustomerIoClient";
  private static final String MOVED = "/api/v1/customers/moved";

  @ParameterizedTest
  @CsvSource({
    "PUT, 301", "PUT, 302", "PUT, 303", "PUT, 307",
    "POST, 301", "POST, 302", "POST, 303", "POST, 308",
    "DELETE, 302"
  })
  void redirectThatTurnsARequestIntoGetDeliversNothing(String method, int status) {
    needsToFollow(method, status);
    standIn().script(Reply.redirect(status, at(Hosts.TRACK, MOVED)), Reply.farewell());
    send(method).operations(operation(method) + " " + outcome(method, status));
  }

  @ParameterizedTest
  @CsvSource({"PUT, 301, 200", "PUT, 303, 404", "POST, 302, 200", "POST, 303, 200"})
  void redirectToAnotherHost(String method, int status, int answer) {
    needsToFollow(method, status);
    standIn()
        .script(
            Reply.redirect(status, at(Hosts.OTHER, "/elsewhere")),
            Reply.status(answer, "{}", "Connection: close"));
    CommandResult seen = send(method);
    String outcome = outcome(method, status);
    seen.operations(
        operation(method)
            + " "
            // Another host's answer to the very same request is the answer.
            + (outcome.equals("success") && answer >= 300 ? "" + answer : outcome));
  }

  @ParameterizedTest
  @CsvSource({
    "createOrUpdateCustomer, PUT, 301", "createOrUpdateCustomer, PUT, 303",
    "trackEvent, POST, 302", "trackEvent, POST, 303"
  })
  void redirectThatTheClientDoesNotNotice(String clientMethod, String method, int status) {
    needsToFollow(method, status);
    standIn().script(Reply.redirect(status, at(Hosts.TRACK, MOVED)), Reply.farewell());
    CommandResult seen = watch().call(CLIENT, clientMethod, Leaks.ID);
    assertThat(seen.answer()).isIn("= true", "= false");
    seen.operations(operation(method) + " " + outcome(method, status));
  }

  private void needsToFollow(String method, int status) {
    needs("follow");
    boolean sendsBodyAgain = !method.equals("POST") || status > 303;
    assumeFalse(
        sendsBodyAgain
            && row().library().equals("httpasyncclient5")
            && row().version().equals("5.0"),
        "never ends where it sends a body again, without the agent neither");
  }

  private CommandResult send(String method) {
    String path = CUSTOMER + (method.equals("POST") ? "/events" : "");
    return watch().ask("http", "follow", method, at(Hosts.TRACK, path), BODY);
  }

  private static String operation(String method) {
    return method.equals("PUT") ? "identify" : method.equals("POST") ? "track" : "delete";
  }

  /** Success where the last request was the very same as the first, and sent once more. */
  private String outcome(String method, int status) {
    List<ReceivedRequest> received = standIn().received();
    assertThat(received).hasSizeBetween(1, 2);
    boolean delivered = received.size() == 2 && received.get(1).method().equals(method);
    return delivered ? "success" : "" + status;
  }
}
