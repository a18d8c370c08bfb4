package dev.reclaim.consent;

import static dev.reclaim.consent.Story.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.consent.SendsPrompts.Outcome;
import dev.reclaim.consent.Vendors.Trouble;
import dev.reclaim.events.Holder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsChannelTest {

  private static final String FLOW = "/workflows";

  private final OwnVendors vendors = new OwnVendors();
  private final Holder john = person("John");
  private final String address = john.email().orElseThrow();

  @AfterEach
  void stop() {
    vendors.close();
  }

  @Test
  void postsACardWithALinkAndNoCodeSinceOthersMayReadTheChat() {
    // given
    Letter letter = Letters.to(john, 2, 1);
    // when
    Outcome outcome = vendors.teams().send(letter);
    // then
    assertThat(outcome).isEqualTo(new Outcome.Delivered(Optional.empty()));
    assertThat(TeamsServer.cardsFor(address))
        .singleElement()
        .satisfies(
            card -> {
              assertThat(card.id()).isEqualTo(letter.id().value());
              assertThat(card.links())
                  .containsExactly(letter.items().get(0).link(), letter.items().get(1).link());
              assertThat(card.text())
                  .contains(letter.items().getFirst().question().silence())
                  .doesNotContain("123 456");
            });
  }

  @Test
  void showsTheCodeWhereTheFlowPostsToThePersonAlone() {
    // when
    vendors.with("teams.with-code", "true").teams().send(Letters.to(john, 1, 1));
    // then
    assertThat(TeamsServer.cardsFor(address).getFirst().text()).contains("123 456");
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 60, 300})
  void aCardIsNeverTooLarge(int questions) {
    // when
    Outcome outcome = vendors.teams().send(Letters.to(john, questions, 1));
    // then: the server refuses more than Teams does
    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    TeamsServer.Card card = TeamsServer.cardsFor(address).getFirst();
    List<String> asked = card.links().stream().filter(it -> !it.endsWith("/me")).toList();
    if (asked.size() < questions) {
      assertThat(card.text()).contains((questions - asked.size()) + " more question");
      assertThat(card.links()).endsWith("https://reclaim.example/me");
    }
    assertThat(asked).hasSizeGreaterThanOrEqualTo(15);
    assertThat(card.text().split("You can no longer open your <dashboards>", -1))
        .hasSize(1 + asked.size());
    assertThat(card.text().split("no use of Tableau by you", -1)).hasSize(1 + asked.size());
  }

  @ParameterizedTest
  @CsvSource({
    "200, Undeliverable",
    "400, Undeliverable",
    "413, Undeliverable",
    "401, TryLater",
    "404, TryLater",
    "302, TryLater",
    "500, TryLater",
    "502, TryLater"
  })
  void nothingButA202IsASuccess(int status, String outcome) {
    // given
    Vendors.meets(FLOW, new Trouble.Status(status));
    // when
    Outcome became = vendors.teams().send(Letters.to(john, 1, 1));
    // then
    assertThat(became.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(became.toString()).doesNotContain(Vendors.FLOW_SIGNATURE);
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    // given
    Vendors.meets(FLOW, new Trouble.Busy(120));
    // then
    assertThat(vendors.teams().send(Letters.to(john, 1, 1)))
        .isEqualTo(
            new Outcome.TryLater("Teams asks to wait (429)", Optional.of(Duration.ofMinutes(2))));
  }

  @Test
  void onlyWhatIsTooMuchMakesAllOfUsWait() {
    // given: another trouble, with a Retry-After of a day
    Vendors.meets(FLOW, new Trouble.Status(503));
    // then
    assertThat(vendors.teams().send(Letters.to(john, 1, 1)))
        .isEqualTo(new Outcome.TryLater("Teams answers 503", Optional.empty()));
  }

  @Test
  void aRepeatGoesByTheSameIdSinceAWorkflowCannotBeAskedWhatItHas() {
    // given
    SendsPrompts teams = vendors.teams();
    Vendors.meets(FLOW, new Trouble.Vanishes());
    assertThat(teams.send(Letters.to(john, 1, 1))).isInstanceOf(Outcome.TryLater.class);
    // when
    teams.send(Letters.to(john, 1, 2));
    // then
    assertThat(TeamsServer.cardsFor(address)).extracting(TeamsServer.Card::id).hasSize(2);
    assertThat(TeamsServer.cardsFor(address))
        .extracting(TeamsServer.Card::id)
        .containsOnly(Letters.to(john, 1, 1).id().value());
  }

  @Test
  void campaignTextIsTextAndNothingElse() {
    // given
    String trick = "[click](https://evil.example) <at>Everyone</at> **bold** {{DATE(2026-01-01)}}";
    // when
    vendors.teams().send(Letters.to(john, 1, 1, trick));
    // then: the server takes text runs only, and this is one of them
    assertThat(TeamsServer.cardsFor(address).getFirst().text()).contains(trick);
  }

  @ParameterizedTest
  @CsvSource({
    "de, Melden Sie sich auf der Seite an",
    "fr, connectez-vous",
    "es, Inicie sesión",
    "ja, サインイン",
    "en, sign in"
  })
  void speaksTheReadersLanguage(String language, String words) {
    // when
    vendors.teams().send(Letters.to(Story.speaking(john, language), 1, 1));
    // then
    assertThat(TeamsServer.cardsFor(address).getFirst().text()).contains(words);
  }
}
