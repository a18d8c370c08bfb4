package dev.reclaim.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnCookieTest {

  @Test
  void aPathAndItsQueryComeBackAsTheyWere() {
    assertThat(ReturnCookie.to(URI.create("http://127.0.0.1:8083/team?open=one"), false))
        .filteredOn(cookie -> cookie.getName().equals(ReturnCookie.NAME))
        .singleElement()
        .extracting(cookie -> ReturnCookie.ownPath(cookie.getValue()))
        .isEqualTo(Optional.of(URI.create("/team?open=one")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "me",
        "javascript:alert(1)",
        "https://evil.example/me",
        "//evil.example/me",
        "https://evil.example//elsewhere",
        "http://[",
        " /me"
      })
  void whatIsNoPathOfOursLeadsNowhere(String wanted) {
    assertThat(ReturnCookie.ownPath(ReturnCookie.encoded(wanted))).isEmpty();
    assertThat(ReturnCookie.ownPath(wanted)).isEmpty();
  }
}
