package dev.reclaim.consent.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.consent.crypto.HmacSeals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlackSignatureTest {

  /** The example of Slack's page "Verifying requests from Slack". */
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final String BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
          + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect"
          + "&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
          + "%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
  private static final String TIME = "1531420618";
  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
  private static final Instant THEN = Instant.ofEpochSecond(1_531_420_618);

  private final SlackSignature slack =
      new SlackSignature(new HmacSeals(), Optional.of(() -> SECRET));

  private boolean accepts(String time, String signature, byte[] body, Instant now) {
    return slack.genuine(List.of(time), List.of(signature), body, now).isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void acceptsSlacksOwnExampleForFiveMinutesAndNotASecondLonger() {
    assertThat(accepts(TIME, SIGNATURE, bytes(BODY), THEN)).isTrue();
    assertThat(accepts(TIME, SIGNATURE, bytes(BODY), THEN.plusSeconds(300))).isTrue();
    assertThat(accepts(TIME, SIGNATURE, bytes(BODY), THEN.minusSeconds(300))).isTrue();
    assertThat(accepts(TIME, SIGNATURE, bytes(BODY), THEN.plusSeconds(301))).isFalse();
    assertThat(accepts(TIME, SIGNATURE, bytes(BODY), THEN.minusSeconds(301))).isFalse();
  }

  @Test
  void acceptsNothingWithoutASecretOrWithSeveralHeaders() {
    SlackSignature none = new SlackSignature(new HmacSeals(), Optional.empty());
    assertThat(none.genuine(List.of(TIME), List.of(SIGNATURE), bytes(BODY), THEN)).isEmpty();
    assertThat(slack.genuine(List.of(), List.of(SIGNATURE), bytes(BODY), THEN)).isEmpty();
    assertThat(slack.genuine(List.of(TIME), List.of(), bytes(BODY), THEN)).isEmpty();
    assertThat(slack.genuine(List.of(TIME, TIME), List.of(SIGNATURE), bytes(BODY), THEN)).isEmpty();
    assertThat(slack.genuine(List.of(TIME), List.of(SIGNATURE, SIGNATURE), bytes(BODY), THEN))
        .isEmpty();
  }

  /** Bits flipped, bytes cut, added and swapped, times moved, signatures cut and recased. */
  @Test
  void acceptsNoneOfAHundredThousandMutations() {
    Random chance = new Random(20260302);
    int accepted = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] body = bytes(BODY);
      String time = TIME;
      String signature = SIGNATURE;
      switch (i % 8) {
        case 0 -> body[chance.nextInt(body.length)] ^= (byte) (1 << chance.nextInt(8));
        case 1 -> body = bytes(BODY.substring(0, chance.nextInt(BODY.length())));
        case 2 -> body = bytes(inserted(BODY, chance));
        case 3 -> time = Long.toString(1_531_420_618L + 1 + chance.nextInt(299));
        case 4 -> time = inserted(TIME, chance);
        case 5 -> signature = flipped(SIGNATURE, chance);
        case 6 -> signature = SIGNATURE.substring(0, chance.nextInt(SIGNATURE.length()));
        default ->
            signature = i % 16 == 7 ? "v1" + SIGNATURE.substring(2) : inserted(SIGNATURE, chance);
      }
      if (accepts(time, signature, body, THEN)) {
        accepted++;
      }
    }
    assertThat(accepted).isZero();
    assertThat(accepts(TIME, SIGNATURE.toUpperCase(Locale.ROOT), bytes(BODY), THEN)).isFalse();
  }

  private static String inserted(String text, Random chance) {
    int at = chance.nextInt(text.length() + 1);
    return text.substring(0, at) + (char) (' ' + chance.nextInt(95)) + text.substring(at);
  }

  private static String flipped(String text, Random chance) {
    int at = chance.nextInt(text.length());
    char changed = (char) (text.charAt(at) ^ (1 << chance.nextInt(7)));
    return text.substring(0, at) + changed + text.substring(at + 1);
  }
}
