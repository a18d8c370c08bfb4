package dev.reclaim.rules.rest;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Money;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SourceName;
import dev.reclaim.rules.Coverage;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.SeatFacts;
import dev.reclaim.rules.VersionedRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A holder's seats. */
public record HolderAnswer(HolderId holder, List<Seat> seats) {

  /**
   * One seat.
   *
   * @param present whether the seat is there
   * @param heldSince when it was assigned, first seen or restored
   * @param evidence what is known of its use over the longest window of the rules
   * @param sources what that rests on
   * @param candidates the ongoing ones
   */
  public record Seat(
      SeatRef seat,
      boolean present,
      Instant heldSince,
      Evidence evidence,
      List<Source> sources,
      Optional<Money> pricePerMonth,
      List<CandidateId> candidates,
      List<OfRule> rules) {

    static Seat of(SeatCase seat, List<VersionedRule> rules) {
      SeatFacts facts = seat.facts();
      return new Seat(
          facts.seat(),
          facts.tenure().present(),
          facts.tenure().since(),
          facts.evidence(
              rules.stream()
                  .map(versioned -> versioned.rule().reach())
                  .reduce(Rule.USUAL, (one, other) -> one.orLonger(other))),
          facts.use().coverage().stream().map(c -> Source.of(c, facts.asOf())).toList(),
          seat.pricePerMonth(),
          seat.ongoing().stream().map(proposal -> proposal.finding().candidate()).toList(),
          rules.stream().map(rule -> OfRule.of(rule, seat)).toList());
    }
  }

  /**
   * A source that covers the application.
   *
   * @param age how long ago its newest record was
   * @param stale whether that is too long to say that something was not used
   * @param believedFrom before this it is not believed that something was not used
   * @param sees {@code opens} or {@code activity}
   */
  public record Source(
      SourceName source,
      Instant coverageFrom,
      Instant lastRecordAt,
      Duration age,
      boolean stale,
      Instant believedFrom,
      String sees) {

    static Source of(Coverage coverage, Instant asOf) {
      return new Source(
          coverage.source(),
          coverage.from(),
          coverage.lastRecordAt(),
          Duration.between(coverage.lastRecordAt(), asOf),
          !coverage.fresh(asOf),
          coverage.believedFrom(),
          coverage.sees().name().toLowerCase(Locale.ROOT));
    }
  }

  /** What one rule says of the seat. */
  public record OfRule(String rule, int version, String verdict, List<String> sentences) {

    static OfRule of(VersionedRule versioned, SeatCase seat) {
      VerdictAnswer verdict = VerdictAnswer.of(seat.verdict(versioned.rule()));
      return new OfRule(
          versioned.name().value(), versioned.version(), verdict.verdict(), verdict.sentences());
    }
  }
}
