package dev.reclaim.consent;

/** Delivery reports as mail servers write them; RFC 3464. */
public final class Reports {

  /** How a server returns what it could not deliver. */
  public enum Style {
    /** The headers of the mail, in a part of their own. */
    POSTFIX,
    /** The whole mail. */
    SENDMAIL,
    /** Nothing of the mail but its name, in the report's own header. */
    EXCHANGE,
    /** The envelope's name, for who gave it the mail's. */
    ENVELOPE
  }

  private Reports() {}

  /** One report about the mail of this Message-ID. */
  public static String about(
      String messageId, String action, String status, String recipient, Style style) {
    String returned =
        switch (style) {
          case POSTFIX ->
              part(
                  "text/rfc822-headers",
                  "Received: by mail.example.com\n"
                      + ("X-Reclaim-Message: " + messageId + "\n")
                      + ("Message-ID: " + messageId + "\n")
                      + ("To: " + recipient + "\nSubject: =?utf-8?q?Still_needed=3F?=\n"));
          case SENDMAIL ->
              part(
                  "message/rfc822",
                  ("Message-ID: " + messageId + "\n")
                      + ("To: " + recipient + "\n\nThe text of the mail.\n"));
          case EXCHANGE, ENVELOPE -> "";
        };
    String head =
        style == Style.EXCHANGE ? "In-Reply-To: " + messageId + "\nX-MS-Exchange-Message: 1\n" : "";
    String envelope = style == Style.ENVELOPE ? "Original-Envelope-Id: " + messageId + "\n" : "";
    return ("From: Mail Delivery System <MAILER-DAEMON@mail.example.com>\n"
            + "To: bounces@example.com\n"
            + "Subject: Undelivered Mail Returned to Sender\n"
            + "Auto-Submitted: auto-replied\n"
            + "MIME-Version: 1.0\n"
            + head
            + "Content-Type: multipart/report; report-type=delivery-status;\n"
            + "\tboundary=\"BOUNDARY\"\n\n"
            + part("text/plain; charset=us-ascii", "I am sorry. User unknown.\n")
            + part(
                "message/delivery-status",
                "Reporting-MTA: dns; mail.example.com\n"
                    + envelope
                    + "Arrival-Date: Mon, 2 Mar 2026 09:00:00 +0000 (UTC)\n\n"
                    + ("Final-Recipient: rfc822; " + recipient + "\n")
                    + ("Action: " + action + "\n")
                    + ("Status: " + status + "\n")
                    + "Diagnostic-Code: smtp; 550 5.1.1 <"
                    + recipient
                    + ">: Recipient address rejected:\n    User unknown in local table\n")
            + returned
            + "--BOUNDARY--\n")
        .replace("\n", "\r\n");
  }

  private static String part(String type, String content) {
    return "--BOUNDARY\nContent-Type: " + type + "\n\n" + content + "\n";
  }
}
