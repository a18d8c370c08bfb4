package dev.reclaim.consent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.consent.crypto.HmacSeals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhookTest {

  /** The example that the reference libraries of the specification are tested with. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String OTHER = "whsec_" + "QUJD".repeat(8);

  private final StandardWebhook signing = new StandardWebhook(new HmacSeals());

  @Test
  void signsAsTheReferenceLibrariesDo() {
    assertThat(
            signing.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}",
                List.of(SECRET)))
        .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signsWithEverySecretWhileTheyAreRotated() {
    assertThat(
            signing
                .headers(
                    "msg_p5jXN8AQM9LWM0D4loKWxJek",
                    Instant.ofEpochSecond(1_614_265_330),
                    "{\"test\": 2432232314}",
                    List.of(OTHER, SECRET))
                .get("webhook-signature")
                .split(" "))
        .hasSize(2)
        .endsWith("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  private static final Instant THEN = Instant.ofEpochSecond(1_614_265_330);
  private static final String GOOD_ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String GOOD_TIME = "1614265330";
  private static final String GOOD_SEAL = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final String GOOD_BODY = "{\"test\": 2432232314}";

  private boolean accepts(String id, String time, String seal, byte[] body, Instant now) {
    return signing
        .genuine(
            new StandardWebhook.Received(List.of(id), List.of(time), List.of(seal)),
            body,
            now,
            List.of(OTHER, SECRET))
        .isPresent();
  }

  private boolean accepts(String seal, Instant now) {
    return accepts(GOOD_ID, GOOD_TIME, seal, bytes(GOOD_BODY), now);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void acceptsWhatItSignedForFiveMinutesAndNotASecondLonger() {
    assertThat(accepts(GOOD_SEAL, THEN)).isTrue();
    assertThat(accepts("v1a,AAAA v1,AAAA " + GOOD_SEAL, THEN)).isTrue();
    assertThat(accepts(GOOD_SEAL, THEN.plusSeconds(300))).isTrue();
    assertThat(accepts(GOOD_SEAL, THEN.minusSeconds(300))).isTrue();
    assertThat(accepts(GOOD_SEAL, THEN.plusSeconds(301))).isFalse();
    assertThat(accepts(GOOD_SEAL, THEN.minusSeconds(301))).isFalse();
  }

  @Test
  void acceptsNoneOfAHundredThousandMutations() {
    Random chance = new Random(20260302);
    int accepted = 0;
    for (int i = 0; i < 100_000; i++) {
      boolean wrong =
          switch (i % 6) {
            case 0 ->
                accepts(changed(GOOD_ID, chance), GOOD_TIME, GOOD_SEAL, bytes(GOOD_BODY), THEN);
            case 1 ->
                accepts(GOOD_ID, changed(GOOD_TIME, chance), GOOD_SEAL, bytes(GOOD_BODY), THEN);
            case 2 -> accepts(changed(GOOD_SEAL, chance), THEN);
            case 3 ->
                accepts(GOOD_ID, GOOD_TIME, GOOD_SEAL, bytes(changed(GOOD_BODY, chance)), THEN);
            case 4 -> accepts(GOOD_SEAL.substring(0, chance.nextInt(GOOD_SEAL.length())), THEN);
            default ->
                accepts(
                    GOOD_ID + "." + GOOD_TIME,
                    GOOD_TIME,
                    GOOD_SEAL,
                    bytes(GOOD_BODY.substring(0, chance.nextInt(GOOD_BODY.length()))),
                    THEN);
          };
      accepted += wrong ? 1 : 0;
    }
    assertThat(accepted).isZero();
  }

  private static String changed(String text, Random chance) {
    int at = chance.nextInt(text.length());
    char other = (char) (text.charAt(at) ^ (1 << chance.nextInt(7)));
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_",
        "whsec_####",
        "whsec_QUJD",
        "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
      })
  void refusesWhatIsNoSecretWithoutQuotingIt(String secret) {
    assertThatThrownBy(() -> StandardWebhook.keyOf(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("MfKQ").doesNotContain("QUJD"));
  }
}
