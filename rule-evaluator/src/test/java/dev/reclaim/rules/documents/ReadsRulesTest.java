package dev.reclaim.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reclaim.events.Handling;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.rules.BadPolicy;
import dev.reclaim.rules.Blackout;
import dev.reclaim.rules.Caps;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.Reaction;
import dev.reclaim.rules.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule says besides its conditions. */
class ReadsRulesTest {

  private static final String SHORT =
      """
      kind: rule
      name: idle
      title: Idle
      ask: holder
      when: {unusedFor: {time: P60D}}
      """;
  private static final String LONG =
      SHORT
          + """
      mode: enforce
      answerWithin: 10 business days
      silence: park
      approval: always
      action: downgrade
      toTier: viewer
      order: after-replacement
      rest: P30D
      schedule: {cron: 0 6 * * MON-FRI, timeZone: Europe/Berlin}
      reactsTo: [change, account-disabled]
      blackouts: [{from: 2026-12-20, through: 2027-01-02, timeZone: Europe/Berlin}]
      caps: {perRun: 100, share: 0.05, coldStart: {perRun: 10, runs: 5}}
      """;

  private final PolicyDocuments documents = new PolicyDocuments();

  @Test
  void aRuleThatSaysLittleObservesAndAsks() {
    // when
    Rule rule = read(SHORT);
    // then
    assertThat(rule.handling())
        .isEqualTo(
            new Handling(
                Handling.Mode.OBSERVE,
                new Handling.Asking(
                    Handling.Ask.HOLDER,
                    Optional.empty(),
                    Handling.Term.calendar(Duration.ofDays(14)),
                    Handling.Silence.KEEP),
                Handling.Approval.ON_KEEP,
                Handling.Taking.of(Handling.Order.SEAT_ONLY),
                true));
    assertThat(rule.pace().timetable()).isEmpty();
    assertThat(rule.pace().reactsTo()).isEmpty();
    assertThat(rule.pace().caps()).isEqualTo(Caps.NONE);
  }

  @Test
  void aRuleThatUseDoesNotProveWrongReactsToALeaver() {
    assertThat(
            read(SHORT.replace("{unusedFor: {time: P60D}}", "{holderLeft: {}}")).pace().reactsTo())
        .containsExactly(Reaction.LEAVER);
  }

  @Test
  void everythingThatARuleMaySayIsRead() {
    // when
    Rule rule = read(LONG);
    // then
    assertThat(rule.handling())
        .isEqualTo(
            new Handling(
                Handling.Mode.ENFORCE,
                new Handling.Asking(
                    Handling.Ask.HOLDER,
                    Optional.empty(),
                    Handling.Term.businessDays(10),
                    Handling.Silence.PARK),
                Handling.Approval.ALWAYS,
                new Handling.Taking(
                    Handling.Order.AFTER_REPLACEMENT,
                    Optional.of(SeatAction.DOWNGRADE),
                    Optional.of("viewer")),
                true));
    assertThat(rule.pace().timetable().orElseThrow().next(Instant.parse("2026-10-24T12:00:00Z")))
        .isEqualTo("2026-10-26T05:00:00Z");
    assertThat(rule.pace().reactsTo())
        .containsExactlyInAnyOrder(Reaction.CHANGE, Reaction.ACCOUNT_DISABLED);
    assertThat(rule.pace().blackouts())
        .containsExactly(
            new Blackout(
                LocalDate.of(2026, 12, 20), LocalDate.of(2027, 1, 2), ZoneId.of("Europe/Berlin")));
    assertThat(rule.pace().caps())
        .isEqualTo(
            new Caps(
                OptionalInt.of(100),
                Optional.of(new BigDecimal("0.05")),
                Optional.of(new Caps.ColdStart(10, 5))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mode: enforce                | mode: quick                   | mode                        | observe, ask, enforce
          answerWithin: 10 business    | answerWithin: ten business    | answerWithin                | ISO-8601
          answerWithin: 10 business    | answerWithin: 0 business      | answerWithin                | longer than nothing
          silence: park                | silence: golden               | silence                     | park
          approval: always             | approval: perhaps             | approval                    | on-keep
          action: downgrade            | action: explode               | action                      | unassign
          action: downgrade            | action: delete                | toTier                      | downgrade alone
          cron: 0 6 * * MON-FRI        | cron: 0 25 * * *              | schedule.cron               | five fields
          MON-FRI, timeZone: Europe    | MON-FRI, timeZone: Mars       | schedule.timeZone           | time zone
          reactsTo: [change            | reactsTo: [weather            | reactsTo[0]                 | leaver
          through: 2027-01-02          | through: 2026-12-19           | blackouts[0].through        | lies before
          through: 2027-01-02          | through: soon                 | blackouts[0].through        | not a day
          through: 2027-01-02          | until: 2027-01-02             | blackouts[0].until          | unknown key
          caps: {perRun: 100           | caps: {perRun: 0              | caps.perRun                 | at least 1
          share: 0.05                  | share: 1.5                    | caps.share                  | at most 1
          runs: 5                      | runs: 0                       | caps.coldStart.runs         | at least 1
          time: P60D                   | time: P60D, within: P3D       | when.unusedFor.within       | unknown key
          unusedFor: {time: P60D}      | usedLessThan: {within: P9D}   | when.usedLessThan.time      | so is opens
          unusedFor: {time: P60D}      | usedLessThan: {opens: 0, within: P9D} | when.usedLessThan.opens | at least 1
          unusedFor: {time: P60D}      | usedLessThan: {opens: 1, time: PT1M, within: P9D} | when.usedLessThan.time | exclude each other
          unusedFor: {time: P60D}      | holderLeft: {at: noon}        | when.holderLeft.at          | time of day
          unusedFor: {time: P60D}      | holderKind: {is: [robot]}     | when.holderKind.is[0]       | agent
          unusedFor: {time: P60D}      | inGroup: {any: []}            | when.inGroup.any            | empty
          unusedFor: {time: P60D}      | inGroup: {}                   | when.inGroup.any            | missing
          unusedFor: {time: P60D}      | priceAbove: {amount: 3}       | when.priceAbove.currency    | missing
          unusedFor: {time: P60D}      | overlap: {within: P-3D}       | when.overlap.within         | longer than nothing
          """)
  void namesTheKeyOfWhatIsWrong(String right, String wrong, String key, String reason) {
    // when
    BadPolicy refused =
        catchThrowableOfType(BadPolicy.class, () -> read(LONG.replace(right, wrong)));
    // then
    assertThat(refused.key()).isEqualTo(key);
    assertThat(refused.reason()).contains(reason);
  }

  private Rule read(String text) {
    return (Rule) documents.read(PolicyKind.RULE, text).policy();
  }
}
