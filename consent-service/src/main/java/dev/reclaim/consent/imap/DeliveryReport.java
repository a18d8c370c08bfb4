package dev.reclaim.consent.imap;

import dev.reclaim.consent.Bounce;
import dev.reclaim.consent.Bounce.Says;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a mail as a delivery status notification, RFC 3464: {@code multipart/report} with a part
 * {@code message/delivery-status}, and the returned mail or its headers.
 */
final class DeliveryReport {

  private static final int LARGEST_STATUS = 64 * 1024;
  private static final int LARGEST_RETURNED = 256 * 1024;
  private static final String STATUS = "\\s*([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*";

  private DeliveryReport() {}

  /**
   * What it says; nothing, for whatever is no such report.
   *
   * @param id of the mail itself
   */
  static Bounce read(String id, MimeMessage mail) throws MessagingException, IOException {
    if (!isReport(mail)) {
      return new Bounce(id, List.of(), new Says.Nothing());
    }
    MimeMultipart parts = new MimeMultipart(new MimePartDataSource(mail));
    Says says = new Says.Nothing();
    List<String> about = new ArrayList<>();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")
          || part.isMimeType("message/global-delivery-status")) {
        List<InternetHeaders> blocks = blocks(part);
        says = said(blocks);
        blocks.forEach(block -> about.addAll(named(block, "Original-Envelope-Id")));
      } else if (part.isMimeType("message/rfc822")
          || part.isMimeType("text/rfc822-headers")
          || part.isMimeType("message/rfc822-headers")
          || part.isMimeType("message/global")
          || part.isMimeType("message/global-headers")) {
        InternetHeaders returned = new InternetHeaders(head(part, LARGEST_RETURNED));
        about.addAll(named(returned, "X-Reclaim-Message"));
        about.addAll(named(returned, "Message-ID"));
      }
    }
    // Some servers return nothing of the mail, and name it here.
    Stream.of("X-Original-Message-ID", "In-Reply-To", "References")
        .forEach(name -> about.addAll(words(mail, name)));
    return new Bounce(id, about, says);
  }

  private static boolean isReport(MimeMessage mail) throws MessagingException {
    if (!mail.isMimeType("multipart/report")) {
      return false;
    }
    String type = new ContentType(mail.getContentType()).getParameter("report-type");
    return type == null
        || type.equalsIgnoreCase("delivery-status")
        || type.equalsIgnoreCase("global-delivery-status");
  }

  /**
   * Our mails have one recipient each; of several, the worst counts. Given up is given up, whether
   * the status says forever (5) or for days on end (4).
   */
  private static Says said(List<InternetHeaders> blocks) {
    Optional<Says> worst = Optional.empty();
    for (InternetHeaders block : blocks) {
      Optional<Says> one = one(block);
      if (one.isPresent() && (worst.isEmpty() || rank(one.get()) > rank(worst.get()))) {
        worst = one;
      }
    }
    return worst.orElseGet(Says.Nothing::new);
  }

  private static Optional<Says> one(InternetHeaders block) {
    String action = first(block, "Action").toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
    String given = first(block, "Status");
    String status = given.matches(STATUS) ? given.replaceAll(STATUS, "$1") : "";
    // A status that says the opposite of the action makes the report worth nothing.
    return switch (action) {
      case "failed" ->
          status.startsWith("5") || status.startsWith("4")
              ? Optional.of(new Says.Failed(status))
              : Optional.empty();
      case "delayed" ->
          status.startsWith("4") ? Optional.of(new Says.Delayed(status)) : Optional.empty();
      case "delivered", "relayed", "expanded" ->
          status.startsWith("2") ? Optional.of(new Says.Passed(status)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static int rank(Says says) {
    return switch (says) {
      case Says.Failed _ -> 3;
      case Says.Delayed _ -> 2;
      case Says.Passed _ -> 1;
      case Says.Nothing _ -> 0;
    };
  }

  /** Groups of fields with empty lines between them: one about the mail, one per recipient. */
  private static List<InternetHeaders> blocks(BodyPart part)
      throws IOException, MessagingException {
    String text =
        new String(head(part, LARGEST_STATUS).readAllBytes(), StandardCharsets.UTF_8)
            .replace("\r\n", "\n");
    List<InternetHeaders> blocks = new ArrayList<>();
    for (String block : text.split("\n\\s*\n", -1)) {
      blocks.add(
          new InternetHeaders(
              new ByteArrayInputStream(
                  (block.strip().replace("\n", "\r\n") + "\r\n\r\n")
                      .getBytes(StandardCharsets.UTF_8))));
    }
    return blocks;
  }

  private static ByteArrayInputStream head(BodyPart part, int most)
      throws IOException, MessagingException {
    try (InputStream in = part.getInputStream()) {
      return new ByteArrayInputStream(in.readNBytes(most));
    }
  }

  private static List<String> named(InternetHeaders headers, String name) {
    String[] values = headers.getHeader(name);
    return values == null ? List.of() : List.of(values);
  }

  private static String first(InternetHeaders headers, String name) {
    return named(headers, name).stream().findFirst().orElse("").strip();
  }

  private static List<String> words(MimeMessage mail, String name) {
    try {
      String[] values = mail.getHeader(name);
      return values == null
          ? List.of()
          : Arrays.stream(values).flatMap(it -> Stream.of(it.strip().split("\\s+"))).toList();
    } catch (MessagingException e) {
      return List.of();
    }
  }
}
