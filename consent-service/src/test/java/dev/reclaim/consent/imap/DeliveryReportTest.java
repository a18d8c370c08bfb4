package dev.reclaim.consent.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.consent.Bounce;
import dev.reclaim.consent.Bounce.Says;
import dev.reclaim.consent.Reports;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryReportTest {

  private static final String MAIL = "<msg-1@reclaim>";

  private static Bounce read(String raw) throws MessagingException, IOException {
    return DeliveryReport.read(
        "1",
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
  }

  private static String report(String action, String status) {
    return Reports.about(MAIL, action, status, "john@example.com", Reports.Style.POSTFIX);
  }

  @ParameterizedTest
  @EnumSource(Reports.Style.class)
  void namesTheMailHoweverTheServerReturnsIt(Reports.Style style)
      throws MessagingException, IOException {
    // when
    Bounce bounce = read(Reports.about(MAIL, "failed", "5.1.1", "john@example.com", style));
    // then
    assertThat(bounce.says()).isEqualTo(new Says.Failed("5.1.1"));
    assertThat(bounce.about()).contains(MAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "failed, 5.1.1, Failed[status=5.1.1]",
    "Failed, '5.2.2 (mailbox full)', Failed[status=5.2.2]",
    "failed, 4.4.7, Failed[status=4.4.7]",
    "delayed, 4.4.1, Delayed[status=4.4.1]",
    "relayed, 2.1.9, Passed[status=2.1.9]",
    "delivered, 2.1.5, Passed[status=2.1.5]",
    "failed, 2.0.0, Nothing[]",
    "delayed, 5.1.1, Nothing[]",
    "exploded, 5.1.1, Nothing[]",
    "failed, 5, Nothing[]"
  })
  void theActionAndTheStatusHaveToAgree(String action, String status, String says)
      throws MessagingException, IOException {
    assertThat(read(report(action, status)).says()).hasToString(says);
  }

  @Test
  void ofSeveralRecipientsTheWorstCounts() throws MessagingException, IOException {
    String two =
        report("delayed", "4.4.1")
            .replace(
                "Action: delayed",
                "Action: failed\r\nStatus: 5.1.1\r\n\r\nFinal-Recipient: rfc822; x\r\n"
                    + "Action: delayed");
    assertThat(read(two).says()).isEqualTo(new Says.Failed("5.1.1"));
  }

  @Test
  void whatIsNoReportSaysNothing() throws MessagingException, IOException {
    assertThat(
            read(report("failed", "5.1.1").replace("multipart/report", "multipart/mixed")).says())
        .isEqualTo(new Says.Nothing());
    assertThat(
            read(report("failed", "5.1.1").replace("delivery-status;", "disposition-notification;"))
                .says())
        .isEqualTo(new Says.Nothing());
    assertThat(read("Subject: I am away\r\nContent-Type: text/plain\r\n\r\n5.1.1 failed").says())
        .isEqualTo(new Says.Nothing());
  }
}
