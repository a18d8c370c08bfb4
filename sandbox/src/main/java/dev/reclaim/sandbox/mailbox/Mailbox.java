package dev.reclaim.sandbox.mailbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An SMTP server on 127.0.0.1 that takes mail for anybody; a message is kept before it is
 * acknowledged.
 */
public final class Mailbox implements AutoCloseable {

  private final GreenMail server;
  private final MailFolder folder;

  private Mailbox(GreenMail server, MailFolder folder) {
    this.server = server;
    this.folder = folder;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any free one
   * @param home where messages are kept
   */
  public static Mailbox start(int port, Path home) throws IOException {
    MailFolder folder = new MailFolder(home);
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    UserManager users = server.getUserManager();
    users.setMessageDeliveryHandler((message, address) -> keep(folder, users, message, address));
    try {
      server.start();
    } catch (RuntimeException e) {
      throw new IOException("port " + port + " for SMTP cannot be used", e);
    }
    return new Mailbox(server, folder);
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  /** What arrived for an address, oldest first. */
  public List<Mail> to(String address) throws IOException {
    return folder.read(address);
  }

  public void empty() throws IOException {
    folder.empty();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static GreenMailUser keep(
      MailFolder folder, UserManager users, MovingMessage message, MailAddress address)
      throws MessagingException, UserException {
    try {
      folder.keep(address.getEmail(), message.getMessage());
    } catch (IOException e) {
      throw new MessagingException("the message cannot be kept", e);
    }
    GreenMailUser known = users.getUserByEmail(address.getEmail());
    return known != null
        ? known
        : users.createUser(address.getEmail(), address.getEmail(), address.getEmail());
  }
}
