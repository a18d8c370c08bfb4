package dev.reclaim.console.postgres;

import dev.reclaim.console.Candidate;
import dev.reclaim.console.CandidateState;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** Where one candidate stands; written anew from its history with every transition. */
@Entity
@Table(name = "candidate")
class CandidateRow {

  @Id String id;
  String holder;
  String application;
  String tier;
  String account;
  String rule;

  @Enumerated(EnumType.STRING)
  CandidateState state;

  Instant since;
  Instant due;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "price_amount")
  BigDecimal priceAmount;

  @Column(name = "price_currency")
  String priceCurrency;

  String evidence;

  @Column(name = "verified_at")
  Instant verifiedAt;

  @Column(name = "restored_at")
  Instant restoredAt;

  void become(Candidate candidate) {
    holder = candidate.holder().value();
    candidate
        .seat()
        .ifPresent(
            seat -> {
              application = seat.application().value();
              tier = Stored.text(seat.tier());
              account = Stored.text(seat.account());
            });
    candidate.found().ifPresent(this::become);
    Candidate.Standing standing = candidate.standing();
    state = standing.state();
    since = standing.since();
    due = standing.due().orElse(null);
    openedAt = standing.opened();
    changedAt = standing.changed();
    verifiedAt = candidate.ending().verified().orElse(null);
    restoredAt = candidate.ending().restored().orElse(null);
  }

  private void become(CandidateFound found) {
    rule = found.rule().value();
    evidence = Stored.json(found.evidence());
    priceAmount = found.pricePerMonth().map(Money::amount).orElse(null);
    priceCurrency = found.pricePerMonth().map(money -> money.currency().toString()).orElse(null);
  }

  Optional<Money> pricePerMonth() {
    return Optional.ofNullable(priceAmount)
        .map(amount -> new Money(amount, Currency.getInstance(priceCurrency)));
  }

  Candidate.Standing standing() {
    return new Candidate.Standing(state, since, Optional.ofNullable(due), openedAt, changedAt);
  }
}
