package dev.reclaim.events;

/**
 * The topics, each with one producer. What stands here, {@code asyncapi.yaml} describes; a test
 * compares them.
 */
public enum Topic {
  /** Anyone outside: raw usage, people and seat records, in our shape or a vendor's. */
  INBOX("reclaim.inbox", false),
  /**
   * usage-ingest: who used what, who is employed, who holds which seat, how sure the sources are.
   */
  SIGNALS("reclaim.signals", false),
  /** rule-evaluator: applications, rules, campaigns and holds; compacted. */
  POLICY("reclaim.policy", true),
  /** rule-evaluator: candidates found and withdrawn. */
  CANDIDATES("reclaim.candidates", false),
  /** consent-service: every transition of a candidate. */
  CONSENT("reclaim.consent", false),
  /** revocation-service: every step and outcome. */
  REVOCATIONS("reclaim.revocations", false);

  private final String title;
  private final boolean compacted;

  Topic(String title, boolean compacted) {
    this.title = title;
    this.compacted = compacted;
  }

  /** The name on the broker. */
  public String title() {
    return title;
  }

  /** Where records of this topic go that a listener could not take, each with its reason. */
  public String deadLetters() {
    return title + ".dlq";
  }

  public boolean compacted() {
    return compacted;
  }

  /** The topic that an event belongs on. */
  public static Topic of(Event event) {
    return switch (event) {
      case InboxEvent _ -> INBOX;
      case SignalEvent _ -> SIGNALS;
      case PolicyEvent _ -> POLICY;
      case CandidateEvent _ -> CANDIDATES;
      case ConsentEvent _ -> CONSENT;
      case RevocationEvent _ -> REVOCATIONS;
    };
  }
}
