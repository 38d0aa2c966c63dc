package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The HTTP client of Vert.x 4 and 5: seen in Netty, and where it asks for a connection. It makes a
 * new request for each redirect that it follows, and each of them counts.
 */
@Library("vertx")
class VertxLibraryIT extends LibraryCases {

  @Override
  @Test
  void redirectThatIsFollowedIsOneOperationWithTwoAttempts() {
    standIn().script(Reply.redirect(302, at(Hosts.TRACK, "/api/v1/accounts/region?moved=1")));
    region("follow")
        .answered("200")
        .operations("get_region 302", "get_region success")
        .attempts(
            "GET track.customer.io /api/v1/accounts/region 200",
            "GET track.customer.io /api/v1/accounts/region 302");
  }

  @Override
  @Test
  void redirectToAnotherHostAddsNoLabelForIt() {
    standIn().script(Reply.redirect(302, at(Hosts.OTHER, "/elsewhere")));
    CommandResult seen = region("follow").answered("200").operations("get_region 302");
    assertThat(seen.scrape().samples())
        .noneMatch(sample -> sample.label("server_address").equals(Hosts.OTHER));
  }

  /**
   * The GET that Vert.x follows by is a request of its own, and counts beside the client's call.
   */
  @Override
  @ParameterizedTest
  @CsvSource({
    "createOrUpdateCustomer, PUT, 301", "createOrUpdateCustomer, PUT, 303",
    "trackEvent, POST, 302", "trackEvent, POST, 303"
  })
  void redirectThatTheClientDoesNotNotice(String clientMethod, String method, int status) {
    standIn().script(Reply.redirect(status, at(Hosts.TRACK, "/api/v1/customers/moved")));
    CommandResult seen = watch().call("customerio.LibraryCustomerIoClient", clientMethod, Leaks.ID);
    assertThat(seen.answer()).isIn("= true", "= false");
    String failed = (method.equals("PUT") ? "identify " : "track ") + status;
    seen.operations(
        Stream.of(failed, "other success")
            .limit(standIn().received().size())
            .sorted()
            .toArray(String[]::new));
  }

  @Override
  @ParameterizedTest
  @CsvSource({"PUT, 303", "POST, 303"})
  void redirectThatTurnsARequestIntoGetDeliversNothing(String method, int status) {
    standIn().script(Reply.redirect(status, at(Hosts.TRACK, "/api/v1/customers/moved")));
    String path = CUSTOMER + (method.equals("POST") ? "/events" : "");
    CommandResult seen = watch().ask("http", "follow", method, at(Hosts.TRACK, path), BODY);
    String failed = (method.equals("PUT") ? "identify " : "track ") + status;
    seen.operations(Stream.of(failed, "other success").sorted().toArray(String[]::new));
  }
}
