package dev.reclaim.consent;

import static dev.reclaim.consent.Story.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.consent.SendsPrompts.Outcome;
import dev.reclaim.consent.Vendors.Trouble;
import dev.reclaim.events.Holder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookChannelTest {

  private static final String HOOK = "/hook";

  private final OwnVendors vendors = new OwnVendors();
  private final SendsPrompts webhook = vendors.webhook();
  private final Holder john = person("John");
  private final String address = john.email().orElseThrow();

  @AfterEach
  void stop() {
    vendors.close();
  }

  @Test
  void bringsEverythingThatItsReaderNeedsSignedWithTheOldSecretToo() {
    // given
    Letter letter = Letters.to(john, 2, 1);
    // when
    Outcome outcome = webhook.send(letter);
    // then: the receiver knows the old secret only
    assertThat(outcome).isEqualTo(new Outcome.Delivered(Optional.empty()));
    assertThat(WebhookServer.takenFor(address))
        .singleElement()
        .satisfies(
            taken -> {
              assertThat(taken.id()).isEqualTo(letter.id().value());
              assertThat(taken.body().path("type").asText()).isEqualTo("reclaim.message.ask");
              assertThat(taken.text("code")).isEqualTo("123456");
              assertThat(taken.body().findValuesAsText("link"))
                  .containsExactly(letter.items().get(0).link(), letter.items().get(1).link());
            });
  }

  @Test
  void aRepeatGoesByTheSameId() {
    // given
    Vendors.meets(HOOK, new Trouble.Vanishes());
    assertThat(webhook.send(Letters.to(john, 1, 1))).isInstanceOf(Outcome.TryLater.class);
    // when
    assertThat(webhook.send(Letters.to(john, 1, 2))).isInstanceOf(Outcome.Delivered.class);
    // then: the receiver counts an id once
    assertThat(WebhookServer.takenFor(address)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "200, Delivered",
    "202, Delivered",
    "302, TryLater",
    "400, TryLater",
    "404, TryLater",
    "422, Undeliverable",
    "500, TryLater"
  })
  void whatIsNotMappedIsTriedAgain(int status, String outcome) {
    Vendors.meets(HOOK, new Trouble.Status(status));
    assertThat(webhook.send(Letters.to(john, 1, 1)).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    Vendors.meets(HOOK, new Trouble.Busy(30));
    assertThat(webhook.send(Letters.to(john, 1, 1)))
        .isEqualTo(
            new Outcome.TryLater(
                "the receiver asks to wait (429)", Optional.of(Duration.ofSeconds(30))));
  }

  @Test
  void onlyWhatIsTooMuchMakesAllOfUsWait() {
    // given: another trouble, with a Retry-After of a day
    Vendors.meets(HOOK, new Trouble.Status(503));
    // then
    assertThat(webhook.send(Letters.to(john, 1, 1)))
        .isEqualTo(new Outcome.TryLater("the receiver answers 503", Optional.empty()));
  }

  @Test
  void goneIsGoneUntilAnOperatorSaysOtherwise() {
    // given
    Vendors.meets(HOOK, new Trouble.Status(410));
    // when
    assertThat(webhook.send(Letters.to(john, 1, 1))).isInstanceOf(Outcome.Undeliverable.class);
    int calls = Vendors.calls();
    // then
    assertThat(webhook.reaches(john)).isFalse();
    assertThat(webhook.send(Letters.to(john, 1, 1))).isInstanceOf(Outcome.Undeliverable.class);
    assertThat(Vendors.calls()).isEqualTo(calls);
    assertThat(vendors.pauses.stopOf(Channel.WEBHOOK)).isPresent();
    // when
    vendors.pauses.resume(Channel.WEBHOOK);
    // then
    assertThat(webhook.send(Letters.to(john, 1, 1))).isInstanceOf(Outcome.Delivered.class);
  }
}
