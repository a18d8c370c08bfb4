package dev.reclaim.audit.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What an entry says, for people, and where its data is when it is too large to be inside. */
final class EntryWords {

  private static final String DATA_BESIDE = "\"dataSha256\"";

  private EntryWords() {}

  /** Id, type and time of the event, or that it cannot be read. */
  static String of(ByteBuffer entry) {
    try {
      Object json = Json.parse(StandardCharsets.UTF_8.decode(entry.duplicate()).toString());
      return "id %s, type %s, time %s"
          .formatted(shown(json, "id"), shown(json, "type"), shown(json, "time"));
    } catch (IllegalArgumentException e) {
      return "nothing readable (" + entry.remaining() + " bytes)";
    }
  }

  /**
   * The SHA-256 of the data that is kept beside the log, in hex. The keys of an entry are sorted,
   * so that only {@code causedby} can stand before it; entries with their data inside cost next to
   * nothing here.
   */
  static Optional<String> dataBeside(ByteBuffer entry) {
    if (startsWith(entry, "{\"data\":")) {
      return Optional.empty();
    }
    String text = StandardCharsets.UTF_8.decode(entry.duplicate()).toString();
    if (!text.contains(DATA_BESIDE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.text(Json.parse(text), "dataSha256"))
          .filter(hash -> hash.matches("[0-9a-f]{64}"));
    } catch (IllegalArgumentException notAnEntry) {
      return Optional.empty();
    }
  }

  /**
   * Whether the event is about this candidate. Data that is kept beside the entry is not looked
   * into.
   */
  static boolean isAbout(ByteBuffer entry, String candidate) {
    try {
      Object json = Json.parse(StandardCharsets.UTF_8.decode(entry.duplicate()).toString());
      return Json.text(json, "data", "candidate").equals(candidate)
          || !Json.text(json, "dataSha256").isEmpty();
    } catch (IllegalArgumentException notAnEntry) {
      return false;
    }
  }

  private static boolean startsWith(ByteBuffer entry, String start) {
    byte[] bytes = start.getBytes(StandardCharsets.US_ASCII);
    return entry.remaining() >= bytes.length
        && entry.slice(entry.position(), bytes.length).equals(ByteBuffer.wrap(bytes));
  }

  private static String shown(Object json, String name) {
    String text = Json.text(json, name);
    String safe = text.replaceAll("\\p{Cntrl}", "?");
    return safe.isEmpty() ? "missing" : safe.length() > 100 ? safe.substring(0, 100) + "…" : safe;
  }
}
