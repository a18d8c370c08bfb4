package dev.reclaim.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a candidate stands, in the words of the field. The order is that of the walk. */
public enum CandidateState {
  /** Without a person it cannot go on. */
  ATTENTION_REQUIRED("Attention Required"),
  /** Found, and nobody is asked yet. */
  READY("Ready"),
  /** The holder has the question. */
  AWAITING_USER("Awaiting User"),
  /** The approver has the question. */
  AWAITING_APPROVAL("Awaiting Approval"),
  /** Decided; the outside system has to follow. */
  AWAITING_REVOCATION("Awaiting Revocation"),
  /** A hold or a brake stands in the way. */
  HELD("Held"),
  /** The seat is free, and a read-back proved it. */
  CLOSED_COMPLETE("Closed Complete"),
  /** The seat stays, or went away by itself. */
  CLOSED_SKIPPED("Closed Skipped"),
  /** The seat was used after all. */
  CLOSED_CANCELED("Closed Canceled");

  private final String word;

  CandidateState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** As it stands in addresses and in {@code data-state}: {@code awaiting-user}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isOpen() {
    return switch (this) {
      case ATTENTION_REQUIRED, READY, AWAITING_USER, AWAITING_APPROVAL, AWAITING_REVOCATION, HELD ->
          true;
      case CLOSED_COMPLETE, CLOSED_SKIPPED, CLOSED_CANCELED -> false;
    };
  }

  public static Optional<CandidateState> ofSlug(String slug) {
    return Arrays.stream(values()).filter(state -> state.slug().equals(slug)).findFirst();
  }
}
