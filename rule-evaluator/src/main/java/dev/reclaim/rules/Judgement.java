package dev.reclaim.rules;

import dev.reclaim.events.Reason;
import java.util.List;

/**
 * What one condition says about one seat. Three values, by Kleene's strong logic: what is unknown
 * becomes neither true nor false by being combined, and turning it round leaves it unknown.
 */
public sealed interface Judgement {

  /** It is so, and this is why. */
  record Holds(List<Reason> reasons) implements Judgement {
    public Holds {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * It is not so, and this is why.
   *
   * @param proven false when only the benefit of the doubt says no; then the opposite is not proven
   *     either, and {@code not} makes it unknown instead of true
   */
  record DoesNotHold(List<Reason> reasons, boolean proven) implements Judgement {
    public DoesNotHold {
      reasons = List.copyOf(reasons);
    }
  }

  /** Nobody can tell, and this is what is missing. */
  record NotEnoughData(List<Reason> reasons) implements Judgement {
    public NotEnoughData {
      reasons = List.copyOf(reasons);
    }
  }

  List<Reason> reasons();

  static Judgement holds(String code, String sentence) {
    return new Holds(List.of(new Reason(code, sentence)));
  }

  static Judgement doesNotHold(String code, String sentence) {
    return new DoesNotHold(List.of(new Reason(code, sentence)), true);
  }

  /** No, in case of doubt. */
  static Judgement doubtful(String code, String sentence) {
    return new DoesNotHold(List.of(new Reason(code, sentence)), false);
  }

  static Judgement notEnoughData(String code, String sentence) {
    return new NotEnoughData(List.of(new Reason(code, sentence)));
  }

  /** True when all are; false when one is; else unknown. */
  static Judgement all(List<Judgement> parts) {
    List<DoesNotHold> against = only(parts, DoesNotHold.class);
    if (!against.isEmpty()) {
      return new DoesNotHold(reasons(against), against.stream().anyMatch(DoesNotHold::proven));
    }
    List<NotEnoughData> unknown = only(parts, NotEnoughData.class);
    return unknown.isEmpty() ? new Holds(reasons(parts)) : new NotEnoughData(reasons(unknown));
  }

  /** True when one is; false when all are; else unknown. */
  static Judgement any(List<Judgement> parts) {
    List<Holds> inFavour = only(parts, Holds.class);
    if (!inFavour.isEmpty()) {
      return new Holds(reasons(inFavour));
    }
    List<NotEnoughData> unknown = only(parts, NotEnoughData.class);
    if (!unknown.isEmpty()) {
      return new NotEnoughData(reasons(unknown));
    }
    List<DoesNotHold> against = only(parts, DoesNotHold.class);
    return new DoesNotHold(reasons(against), against.stream().allMatch(DoesNotHold::proven));
  }

  /** The sentences are statements of fact, so they stay; the codes say that they are turned. */
  default Judgement opposite() {
    List<Reason> turned = reasons().stream().map(Judgement::turned).toList();
    return switch (this) {
      case Holds _ -> new DoesNotHold(turned, true);
      case DoesNotHold no -> no.proven() ? new Holds(turned) : new NotEnoughData(turned);
      case NotEnoughData _ -> new NotEnoughData(turned);
    };
  }

  private static Reason turned(Reason reason) {
    String code = reason.code();
    return new Reason(
        code.startsWith("not.") ? code.substring("not.".length()) : "not." + code,
        reason.sentence());
  }

  private static <J extends Judgement> List<J> only(List<Judgement> parts, Class<J> kind) {
    return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<Reason> reasons(List<? extends Judgement> parts) {
    return parts.stream().flatMap(part -> part.reasons().stream()).toList();
  }
}
