package dev.reclaim.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A cheaper tier of the application has every feature that the holder used within a window on the
 * holder's own clock. Use of the seat does not prove it wrong; use of a feature that only the dear
 * tier has does.
 */
public record CheaperTierWouldDo(Window within) implements Condition {

  static final String CODE = "cheaperTierWouldDo";

  @Override
  public Optional<Window> looksBackAtUse() {
    return Optional.of(within);
  }

  /** The cheapest tier that would do, as far as known; what a downgrade leaves. */
  Optional<SeatTerms.Tier> enough(SeatFacts facts) {
    Set<String> used = used(facts.use().within(facts.back(within)));
    return below(facts).reversed().stream().filter(tier -> has(tier, used)).findFirst();
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    Span span = facts.back(within);
    Use use = facts.use().within(span);
    Set<String> used = used(use);
    List<SeatTerms.Tier> possible =
        below(facts).stream().filter(tier -> tier.features().isEmpty() || has(tier, used)).toList();
    if (possible.isEmpty()) {
      return Judgement.doesNotHold(
          CODE,
          below(facts).isEmpty()
              ? "There is no cheaper tier."
              : "Used in %s: %s. No cheaper tier has all of it."
                  .formatted(span.words(), words(used)));
    }
    if (facts.tenure().since().isAfter(span.start())) {
      return Judgement.doubtful(CODE, facts.tenure().youngerThan(span));
    }
    return whyUnknown(facts, use, span)
        .or(() -> enough(facts).isPresent() ? Optional.empty() : Optional.of(featuresUnknown()))
        .map(why -> Judgement.notEnoughData(CODE, why))
        .orElseGet(
            () ->
                Judgement.holds(
                    CODE,
                    "The tier %s would do; used in %s: %s."
                        .formatted(enough(facts).orElseThrow().name(), span.words(), words(used))));
  }

  private static Optional<String> whyUnknown(SeatFacts facts, Use use, Span span) {
    return facts
        .whyUnknown(span.start())
        .or(
            () ->
                use.days().stream()
                    .filter(day -> day.features().isEmpty())
                    .map(UseOnDay::last)
                    .max(Instant::compareTo)
                    .map(
                        last ->
                            "Used on %s; with which features is not known."
                                .formatted(Words.day(last))));
  }

  private static String featuresUnknown() {
    return "Which features the cheaper tiers have is not known.";
  }

  private static List<SeatTerms.Tier> below(SeatFacts facts) {
    return facts.held().terms().map(SeatTerms::cheaper).orElse(List.of());
  }

  private static boolean has(SeatTerms.Tier tier, Set<String> used) {
    return tier.features().filter(all -> all.containsAll(used)).isPresent();
  }

  private static Set<String> used(Use use) {
    Set<String> used = new TreeSet<>();
    use.days().forEach(day -> day.features().ifPresent(used::addAll));
    return used;
  }

  private static String words(Set<String> used) {
    return used.isEmpty() ? "nothing" : String.join(", ", used);
  }
}
