package dev.reclaim.rules.postgres;

import dev.reclaim.rules.AnsweredKeep;
import dev.reclaim.rules.InheritedSeat;
import dev.reclaim.rules.PriceAbove;
import dev.reclaim.rules.SeatOlderThan;
import java.time.Instant;

/** The conditions about the seat and its application. */
final class SeatConditionsInSql {

  private final FactsInSql facts;

  SeatConditionsInSql(FactsInSql facts) {
    this.facts = facts;
  }

  /** Every answer is known, so there is no unknown. */
  Answer answeredKeep(AnsweredKeep kept) {
    return proven(
        Fragment.of("? >= ?::timestamptz", facts.ofSeat("kept_at"), facts.before(kept.within())));
  }

  /** The youth of a seat whose assignment nobody named is not proven, so it is doubtful. */
  Answer olderThan(SeatOlderThan older) {
    Instant latest = facts.before(older.age());
    Fragment old = Fragment.of("f.held_since <= ?::timestamptz", latest);
    return Answer.of(
        old, Fragment.of("f.held_since > ?::timestamptz AND NOT f.first_seen_only", latest), old);
  }

  Answer inherited(InheritedSeat inherited) {
    Fragment group = facts.ofSeat("via_group_key");
    return proven(
        inherited.from().isEmpty()
            ? Fragment.of("? IS NOT NULL", group)
            : Fragment.of("? = ANY(?)", group, HolderConditionsInSql.normalised(inherited.from())));
  }

  Answer priceAbove(PriceAbove price) {
    Fragment comparable =
        Fragment.of("? = ?", facts.ofTerms("currency"), price.price().currency().getCurrencyCode());
    return Answer.elseUnknown(
        Fragment.of("? AND ? > ?::numeric", comparable, facts.ofTerms("price"), amount(price)),
        Fragment.of("? AND ? <= ?::numeric", comparable, facts.ofTerms("price"), amount(price)));
  }

  private static String amount(PriceAbove price) {
    return price.price().amount().toPlainString();
  }

  Answer restricted() {
    Fragment restricted = facts.ofTerms("restricted");
    return Answer.elseUnknown(restricted, Fragment.of("NOT ?", restricted));
  }

  Answer unmatched() {
    return proven(facts.ofSeat("unmatched"));
  }

  private static Answer proven(Fragment holds) {
    return Answer.of(holds, Fragment.of("(?) IS NOT TRUE", holds), holds);
  }
}
