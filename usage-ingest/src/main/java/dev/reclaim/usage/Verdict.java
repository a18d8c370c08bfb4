package dev.reclaim.usage;

import dev.reclaim.events.InboxEvent.UsageReported;

/** What a vendor's own record is to us. Every record is exactly one of these. */
public sealed interface Verdict {

  /**
   * Proof that somebody used something.
   *
   * @param recordId derived from the record's own id, so the same record is recognised when it
   *     comes again
   */
  record Usage(String recordId, UsageReported usage) implements Verdict {}

  /**
   * A sound record that proves no use.
   *
   * @param reason the same words for the same sort of record, so that they can be counted
   */
  record NotUsage(String reason) implements Verdict {}

  /**
   * A record that should prove use and lacks what is needed for it.
   *
   * @param field as the vendor calls it
   */
  record Broken(String field, String reason) implements Verdict {}
}
