package dev.reclaim.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came back, one row for each mail; no addresses and no texts. */
public interface Bounces {

  /** What a mail in the mailbox for bounces did. */
  enum Outcome {
    /** The message never reaches its reader: the next channel is tried, or people look after it. */
    UNDELIVERABLE,
    /** Nothing: it is known already. */
    KNOWN,
    /** Nothing: the mail is still under way. */
    DELAYED,
    /** Nothing: the mail arrived. */
    PASSED,
    /** Nothing: it quotes a message of ours without knowing it. */
    FORGED,
    /** Nothing: it is about no message of ours. */
    UNMATCHED,
    /** Nothing: it is no delivery report. */
    NO_REPORT
  }

  /** One of them. */
  record Noted(Instant at, Outcome outcome, String status, Optional<MessageId> message) {}

  /**
   * Writes it down.
   *
   * @return whether it was not written down before
   */
  boolean note(String id, Noted noted);

  boolean isKnown(String id);

  Map<Outcome, Long> counts();

  /** The newest first. */
  List<Noted> latest(int most);

  /**
   * How far a mailbox was read.
   *
   * @param validity within which the numbers count, as IMAP's UIDVALIDITY
   */
  record Position(long validity, long last) {}

  Optional<Position> position(String mailbox);

  void readUpTo(String mailbox, Position position);
}
