package dev.reclaim.console;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an operator may ask the other services to do with one candidate. */
public enum Order {
  RECLAIM("reclaim", "Release this seat", true),
  RESUME("resume", "Resume", false),
  REASSIGN("reassign", "Ask somebody else", false),
  SNOOZE("snooze", "Wait 7 days", false),
  SKIP("skip", "Skip, the seat stays", false),
  CLOSE_COMPLETE("close-complete", "Close, the seat is free already", false),
  RESTORE("restore", "Give the seat back", false);

  private final String slug;
  private final String words;
  private final boolean takes;

  Order(String slug, String words, boolean takes) {
    this.slug = slug;
    this.words = words;
    this.takes = takes;
  }

  /** As it stands in addresses. */
  public String slug() {
    return slug;
  }

  /** What its button says. */
  public String words() {
    return words;
  }

  /** Whether somebody loses something by it. */
  public boolean takes() {
    return takes;
  }

  /**
   * What an order needs besides a reason.
   *
   * @param field as it stands in forms
   * @param question as a form asks for it
   */
  public record Needs(String field, String question) {}

  /** Empty where a reason is all. */
  public Optional<Needs> needs() {
    return switch (this) {
      case REASSIGN ->
          Optional.of(new Needs("approver", "Who decides instead? An e-mail address or a login."));
      case CLOSE_COMPLETE ->
          Optional.of(new Needs("proof", "What shows it? Such as the number of a ticket."));
      case RECLAIM, RESUME, SNOOZE, SKIP, RESTORE -> Optional.empty();
    };
  }

  /** The orders that can be given about several candidates at once. */
  public static Set<Order> forMany() {
    return inOrder(RECLAIM, RESUME, SNOOZE, SKIP, REASSIGN);
  }

  /** As a button says it when several are meant. */
  public String manyWords() {
    return switch (this) {
      case RECLAIM -> "Reclaim";
      case RESUME -> "Let go on";
      case REASSIGN -> "Reassign";
      case SNOOZE -> "Snooze";
      case SKIP -> "Skip";
      case CLOSE_COMPLETE -> "Close";
      case RESTORE -> "Give back";
    };
  }

  public static Optional<Order> ofSlug(String slug) {
    return List.of(values()).stream().filter(order -> order.slug.equals(slug)).findFirst();
  }

  /**
   * The orders that make sense in a state. The service that carries one out judges for itself.
   *
   * @param restorable whether the seat can be given back
   */
  public static Set<Order> offered(CandidateState state, boolean restorable) {
    return switch (state) {
      case ATTENTION_REQUIRED -> inOrder(RECLAIM, RESUME, SNOOZE, SKIP, REASSIGN, CLOSE_COMPLETE);
      case READY -> inOrder(RECLAIM, SNOOZE, SKIP);
      case AWAITING_USER -> inOrder(RECLAIM, SNOOZE, SKIP);
      case AWAITING_APPROVAL -> inOrder(RECLAIM, SNOOZE, SKIP, REASSIGN);
      case AWAITING_REVOCATION -> inOrder(SKIP);
      case HELD -> inOrder(RESUME, SKIP);
      case CLOSED_COMPLETE -> restorable ? inOrder(RESTORE) : Set.of();
      case CLOSED_SKIPPED, CLOSED_CANCELED -> Set.of();
    };
  }

  private static Set<Order> inOrder(Order... orders) {
    return new LinkedHashSet<>(List.of(orders));
  }
}
