package dev.reclaim.consent.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowsPictureTest {

  @ParameterizedTest
  @CsvSource({
    "https://pictures.example/desk.png, https://pictures.example",
    "https://pictures.example:8443/a/b?c=d, https://pictures.example:8443"
  })
  void theHostIsAllowedAndNothingMore(String picture, String origin) {
    assertThat(AllowsPicture.origin(picture)).hasValue(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example; script-src *",
        "https://a.example;script-src",
        "https://*/x.png",
        "https://*.example/x.png",
        "https://user@a.example/x.png",
        "https:///x.png",
        "https://a.example,b.example/x.png",
        "https://a.example'unsafe-inline'/x.png"
      })
  void whatCouldSayMoreThanAHostIsNotAllowed(String picture) {
    assertThat(AllowsPicture.origin(picture)).isEmpty();
  }

  @Test
  void aPictureFromAnAddressIsAllowedToo() {
    assertThat(AllowsPicture.origin("https://192.0.2.7/x.png")).hasValue("https://192.0.2.7");
  }
}
