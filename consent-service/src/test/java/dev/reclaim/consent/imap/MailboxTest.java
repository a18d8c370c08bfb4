package dev.reclaim.consent.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.consent.Bounce;
import dev.reclaim.consent.Bounces.Position;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A mail that the server cannot deliver says nothing, and keeps no other waiting. */
class MailboxTest {

  private static MimeMessage failing(MessagingException how) {
    return new MimeMessage(Session.getInstance(new Properties())) {
      @Override
      public void writeTo(OutputStream out) throws MessagingException {
        throw how;
      }
    };
  }

  @Test
  void whatTheServerCannotDeliverIsPassedOver() throws MessagingException {
    // when
    Bounce one = Mailbox.bounce(failing(new MessagingException("NO")), new Position(1, 7));
    Bounce other = Mailbox.bounce(failing(new MessagingException("NO")), new Position(1, 8));
    // then
    assertThat(one.says()).isInstanceOf(Bounce.Says.Nothing.class);
    assertThat(one.id()).isNotEqualTo(other.id());
  }

  @Test
  void whatBreaksTheConnectionIsReadAgain() {
    MessagingException closed = new FolderClosedException(null, "BYE");
    assertThatThrownBy(() -> Mailbox.bounce(failing(closed), new Position(1, 7))).isSameAs(closed);
  }
}
