package dev.reclaim.rules;

import dev.reclaim.events.Holder;
import java.util.Set;

/** The holder is one of these: a person, or something that is none. */
public record HolderKind(Set<Holder.Kind> is) implements Condition {

  static final String CODE = "holderKind";

  public HolderKind {
    is = Set.copyOf(is);
    if (is.isEmpty()) {
      throw new IllegalArgumentException("is: names nothing");
    }
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    return facts
        .holder()
        .kind()
        .map(
            kind -> {
              String sentence = "The holder is %s.".formatted(words(kind));
              return is.contains(kind)
                  ? Judgement.holds(CODE, sentence)
                  : Judgement.doesNotHold(CODE, sentence);
            })
        .orElseGet(
            () -> Judgement.notEnoughData(CODE, "Nobody says what sort of identity holds it."));
  }

  private static String words(Holder.Kind kind) {
    return switch (kind) {
      case PERSON -> "a person";
      case SERVICE_ACCOUNT -> "a service account";
      case SHARED_MAILBOX -> "a shared mailbox";
      case AGENT -> "an agent";
    };
  }
}
