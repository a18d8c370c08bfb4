package dev.reclaim.consent.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.consent.Secrets;
import org.junit.jupiter.api.Test;

class RandomSecretsTest {

  private final RandomSecrets secrets = new RandomSecrets();

  @Test
  void aCodeFitsHoweverItIsTypedAndOnlyWithTheLinkItCameWith() {
    // given: two questions of one message share a code
    Secrets.Fresh one = secrets.fresh("012345");
    Secrets.Fresh other = secrets.fresh("012345");
    // then
    assertThat(secrets.fits(one.token(), "012 345", one.codeHash())).isTrue();
    assertThat(secrets.fits(one.token(), " 012-345 ", one.codeHash())).isTrue();
    assertThat(secrets.fits(one.token(), "012346", one.codeHash())).isFalse();
    assertThat(secrets.fits(one.token(), "12345", one.codeHash())).isFalse();
    assertThat(secrets.fits(one.token(), "012345" + "0".repeat(99), one.codeHash())).isFalse();
    assertThat(secrets.fits(other.token(), "012345", one.codeHash())).isFalse();
    assertThat(one.codeHash()).isNotEqualTo(other.codeHash());
    assertThat(secrets.hashOfToken(one.token())).isEqualTo(one.tokenHash());
  }
}
