package dev.reclaim.sandbox.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a message out of its transport form. */
final class ReadsMail {

  private ReadsMail() {}

  static Mail read(MimeMessage message) throws MessagingException, IOException {
    return new Mail(
        orEmpty(message.getSubject()),
        String.join(", ", addresses(message.getFrom())),
        addresses(message.getAllRecipients()),
        message.getSentDate() == null ? "" : message.getSentDate().toInstant().toString(),
        part(message, "text/plain"),
        part(message, "text/html"),
        orEmpty(message.getMessageID()));
  }

  /** The first part of a type, wherever it is; empty if there is none. */
  private static String part(Part part, String type) throws MessagingException, IOException {
    Object content = part.getContent();
    if (content instanceof Multipart parts) {
      for (int number = 0; number < parts.getCount(); number++) {
        String found = part(parts.getBodyPart(number), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
      return "";
    }
    return part.isMimeType(type) && content instanceof String text ? text : "";
  }

  private static List<String> addresses(Address... addresses) {
    List<String> texts = new ArrayList<>();
    if (addresses != null) {
      for (Address address : addresses) {
        texts.add(
            address instanceof InternetAddress internet
                ? internet.getAddress()
                : address.toString());
      }
    }
    return texts;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
