package dev.reclaim.consent.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail server's answer means. */
class SendsMailTest {

  private static SMTPException at(String command, String line) {
    return new SMTPException(command, Integer.parseInt(line.substring(0, 3)), List.of(line), false);
  }

  private static SMTPException atRecipient(String line) {
    return at("recipient address not accepted", line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.1.1 <john@example.com>: no such user",
        "550-5.1.10 null MX",
        "550 5.1.0 rejected",
        "552 5.2.2 mailbox full",
        "550 no such user",
        "551 user not local",
        "553 mailbox name not allowed"
      })
  void isAboutTheReader(String line) {
    assertThat(SendsMail.refused(atRecipient(line))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.1.7 bad sender's address",
        "550 5.1.8 sender's domain not found",
        "550 5.7.1 relaying denied",
        "450 4.2.1 try again",
        "450 mailbox busy",
        "552 too much mail",
        "554 no"
      })
  void isNotAboutTheReader(String line) {
    assertThat(SendsMail.refused(atRecipient(line))).isEmpty();
  }

  @Test
  void aPlainRefusalOfTheSenderIsNotAboutTheReader() {
    assertThat(SendsMail.refused(at("sender address not accepted", "550 who are you"))).isEmpty();
  }

  @Test
  void whatAServerQuotesIsLeftOut() {
    assertThat(SendsMail.reason(atRecipient("450 4.2.1 <john@example.com> is busy")))
        .isEqualTo("the mail server answers 450 4.2.1");
    assertThat(SendsMail.reason(atRecipient("451 john@example.com is greylisted")))
        .isEqualTo("the mail server answers 451");
    assertThat(SendsMail.reason(new IllegalStateException("john@example.com, code 123 456")))
        .isEqualTo("IllegalStateException");
  }
}
