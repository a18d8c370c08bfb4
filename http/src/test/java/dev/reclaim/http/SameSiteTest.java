package dev.reclaim.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameSiteTest {

  @Test
  void aProgramSaysNothingAndIsJudgedByItsCredentials() {
    assertThat(SameSite.isSameSite(null, null, "127.0.0.1:8083")).isTrue();
  }

  @Test
  void ourOwnPageMayAsk() {
    assertThat(SameSite.isSameSite("http://127.0.0.1:8083", "same-origin", "127.0.0.1:8083"))
        .isTrue();
  }

  @Test
  void ourOwnFormMaySayNullBesideWhereItComesFrom() {
    assertThat(SameSite.isSameSite("null", "same-origin", "127.0.0.1:8083")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://evil.example, cross-site",
        "https://evil.example, -",
        "https://evil.example, same-origin",
        "null, cross-site",
        "-, cross-site",
        "-, same-site",
        "http://127.0.0.1:8084, same-site",
        "http://127.0.0.1:8083.evil.example, -",
        "http://127.0.0.1:8083@evil.example, -",
        "null, -",
        "not a url, -"
      })
  void anyOtherPageMayNot(String origin, String fetchSite) {
    assertThat(SameSite.isSameSite(origin, fetchSite, "127.0.0.1:8083")).isFalse();
  }
}
