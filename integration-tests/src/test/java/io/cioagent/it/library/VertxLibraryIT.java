package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.Seen;
import org.junit.jupiter.api.Test;

/**
 * The HTTP client of Vert.x 4 and 5: seen in Netty, and where it asks for a connection. It makes a
 * new request for each redirect that it follows, and each of them counts.
 */
@Library("vertx")
class VertxLibraryIT extends LibraryCases {

  @Override
  @Test
  void aRedirectThatIsFollowedIsOneOperationWithTwoAttempts() {
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
  void aRedirectToAnotherHostAddsNoLabelForIt() {
    standIn().script(Reply.redirect(302, at(Hosts.OTHER, "/elsewhere")));
    Seen seen = region("follow").answered("200").operations("get_region 302");
    assertThat(seen.scrape().samples())
        .noneMatch(sample -> sample.label("server_address").equals(Hosts.OTHER));
  }
}
