package dev.reclaim.consent.imap;

import dev.reclaim.consent.Bounce;
import dev.reclaim.consent.Bounces.Position;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Reads a mailbox by IMAP (RFC 3501) and changes nothing in it: how far it was read we remember by
 * the numbers of its mails, so people may look into it too.
 */
final class Mailbox {

  private static final String PATIENCE_MILLIS = "30000";
  private static final int LARGEST = 4 * 1024 * 1024;

  private final MailboxSettings settings;

  Mailbox(MailboxSettings settings) {
    this.settings = settings;
  }

  /** What to do with one mail. */
  @FunctionalInterface
  interface Reader {
    void read(Bounce bounce, Position upTo);
  }

  /**
   * Shows all mails after this position, the oldest first.
   *
   * @return how many
   */
  int readAfter(Optional<Position> from, Reader reader) throws MessagingException {
    try (Store store = open();
        Folder folder = store.getFolder(settings.folder())) {
      folder.open(Folder.READ_ONLY);
      UIDFolder numbered = (UIDFolder) folder;
      long validity = numbered.getUIDValidity();
      long after = from.filter(it -> it.validity() == validity).map(Position::last).orElse(0L);
      int count = 0;
      for (Message mail : numbered.getMessagesByUID(after + 1, UIDFolder.LASTUID)) {
        long uid = numbered.getUID(mail);
        // A range that begins behind the last mail means the last mail.
        if (uid > after) {
          Position position = new Position(validity, uid);
          reader.read(bounce(mail, position), position);
          count++;
        }
      }
      return count;
    }
  }

  private Store open() throws MessagingException {
    String protocol = settings.encrypted() ? "imaps" : "imap";
    Properties properties = new Properties();
    for (String kind : List.of("connectiontimeout", "timeout", "writetimeout")) {
      properties.setProperty("mail." + protocol + "." + kind, PATIENCE_MILLIS);
    }
    properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
    properties.setProperty("mail." + protocol + ".peek", "true");
    Store store = Session.getInstance(properties).getStore(protocol);
    store.connect(settings.host(), settings.port(), settings.user(), settings.password().reveal());
    return store;
  }

  /** One that cannot be read says nothing; it must not keep the others waiting. */
  static Bounce bounce(Message mail, Position at) throws MessagingException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    try {
      mail.writeTo(new AtMost(raw));
    } catch (FolderClosedException | StoreClosedException e) {
      throw e;
    } catch (MessagingException | IOException e) {
      byte[] name = (at.validity() + " " + at.last()).getBytes(StandardCharsets.UTF_8);
      return new Bounce(hash(name), List.of(), new Bounce.Says.Nothing());
    }
    byte[] bytes = raw.toByteArray();
    try {
      return DeliveryReport.read(
          hash(bytes),
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    } catch (MessagingException | IOException | RuntimeException e) {
      return new Bounce(hash(bytes), List.of(), new Bounce.Says.Nothing());
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Ends with an error behind the largest mail that is read. */
  private static final class AtMost extends OutputStream {
    private final ByteArrayOutputStream out;

    AtMost(ByteArrayOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (out.size() + length > LARGEST) {
        throw new IOException("larger than any report");
      }
      out.write(bytes, offset, length);
    }
  }
}
