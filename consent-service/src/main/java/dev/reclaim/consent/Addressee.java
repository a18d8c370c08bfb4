package dev.reclaim.consent;

/** To whom a question speaks; each has words of their own. */
enum Addressee {
  /** Who uses the seat. */
  HOLDER("holder."),
  /** Who answers for a holder that is no person. */
  OWNER("owner."),
  /** Who decides about somebody else's seat. */
  APPROVER("approver.");

  private final String words;

  Addressee(String words) {
    this.words = words;
  }

  static Addressee of(Prompt prompt, CaseFile file) {
    return switch (prompt.kind()) {
      case HOLDER -> prompt.asked().equals(file.holder()) ? HOLDER : OWNER;
      case APPROVER -> APPROVER;
    };
  }

  /** The name of what is said to them. */
  String key(String what) {
    return words + what;
  }
}
