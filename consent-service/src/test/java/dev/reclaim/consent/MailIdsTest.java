package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.consent.crypto.HmacSeals;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailIdsTest {

  private static final MessageId MESSAGE =
      new MessageId("msg-00000000-0000-3000-8000-000000000001");
  private final MailIds ids =
      new MailIds(new HmacSeals(), Optional.of(() -> "only-for-tests-only-for-tests-32"));

  @Test
  void aMailIsKnownByItsOwnNameAlone() {
    assertThat(ids.of(MESSAGE)).isEqualTo(ids.of(MESSAGE)).startsWith("<" + MESSAGE + ".");
    assertThat(ids.read(ids.of(MESSAGE))).isEqualTo(new MailIds.Read.Ours(MESSAGE));
    assertThat(ids.read("<" + MESSAGE + "@reclaim>")).isEqualTo(new MailIds.Read.Forged());
    assertThat(ids.read("<somebody@else>")).isEqualTo(new MailIds.Read.NotOurs());
  }

  @Test
  void anotherKeyMakesAnotherSeal() {
    MailIds others =
        new MailIds(new HmacSeals(), Optional.of(() -> "other-for-tests-other-for-tests!"));
    assertThat(ids.read(others.of(MESSAGE))).isEqualTo(new MailIds.Read.Forged());
  }

  @Test
  void withoutAKeyNothingIsSealedAndNothingBelieved() {
    MailIds plain = new MailIds(new HmacSeals(), Optional.empty());
    assertThat(plain.of(MESSAGE)).isEqualTo("<" + MESSAGE + "@reclaim>");
    assertThat(plain.read(ids.of(MESSAGE))).isEqualTo(new MailIds.Read.Forged());
  }

  @Test
  void acceptsNoneOfAHundredThousandMutations() {
    Random chance = new Random(7);
    String good = ids.of(MESSAGE);
    int accepted = 0;
    for (int i = 0; i < 100_000; i++) {
      int at = 1 + chance.nextInt(good.length() - 2);
      char changed = (char) (good.charAt(at) ^ (1 << chance.nextInt(7)));
      String mutated = good.substring(0, at) + changed + good.substring(at + 1);
      if (ids.read(mutated) instanceof MailIds.Read.Ours) {
        accepted++;
      }
    }
    assertThat(accepted).isZero();
  }
}
