package dev.reclaim.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnCookieTest {

  @Test
  void onlyThePathAndItsQueryAreBelieved() {
    assertThat(ReturnCookie.ownPath("http://127.0.0.1:8083/team?open=one"))
        .hasValue(URI.create("/team?open=one"));
    assertThat(ReturnCookie.ownPath("https://evil.example/me")).hasValue(URI.create("/me"));
    assertThat(ReturnCookie.ownPath("\"http://127.0.0.1:8083/me\"")).hasValue(URI.create("/me"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "me",
        "javascript:alert(1)",
        "https://evil.example//elsewhere",
        "http://[",
        " /me"
      })
  void whatIsNoPathOfOursLeadsNowhere(String wanted) {
    assertThat(ReturnCookie.ownPath(wanted)).isEmpty();
  }
}
