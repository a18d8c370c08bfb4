package dev.reclaim.rules.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.Handling;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Condition;
import dev.reclaim.rules.InDepartment;
import dev.reclaim.rules.Pace;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.UnmatchedAccount;
import dev.reclaim.rules.Verdict;
import dev.reclaim.rules.VersionedRule;
import dev.reclaim.rules.Window;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A sweep that was killed among its pages goes on by the rules that stand then. */
class SweepGoesOnTest {

  private static final int HOLDERS = 900;

  /** So many transactions bring the statements to their end, and one page of candidates. */
  private static final int FIRST_PAGE = 8;

  private static final Condition ALMOST_ALL = new Condition.Not(new UnmatchedAccount());
  private static final RuleName CHANGING = new RuleName("changing");
  private static final VersionedRule OTHER = rule("other", 1, ALMOST_ALL);

  private final long seed = Long.getLong("reclaim.seed", new Random().nextLong());

  @Test
  void aRuleThatWasChangedMeanwhileIsJudgedAsItIsNow() throws SQLException {
    VersionedRule changed = rule("changing", 2, new InDepartment(Set.of("Sales")));
    try (RandomTown town = town()) {
      // given
      int before = killedAfterItsFirstPage(town);
      RandomTown now = town.under(List.of(changed, OTHER));
      ASweep resumed = new ASweep(now);
      // when
      resumed.at(later(town));
      // then
      assertThat(resumed.disagreements()).as("seed %d", seed).isEmpty();
      assertThat(found(resumed)).isNotEmpty().allMatch(found -> found.ruleVersion() == 2);
      assertThat(found(resumed)).anyMatch(found -> found.asOf().equals(town.asOf()));
      assertThat(withdrawn(resumed, now)).isNotEmpty().hasSizeLessThan(before);
      assertThat(ongoing(now))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(wanted(now, changed.rule(), later(town)));
    }
  }

  @Test
  void aRuleThatWasRetiredMeanwhileProposesNoMoreAndItsSeatsAreWithdrawn() throws SQLException {
    try (RandomTown town = town()) {
      // given
      int before = killedAfterItsFirstPage(town);
      RandomTown now = town.under(List.of(OTHER));
      ASweep resumed = new ASweep(now);
      // when
      resumed.at(later(town));
      // then
      assertThat(resumed.disagreements()).as("seed %d", seed).isEmpty();
      assertThat(found(resumed)).isEmpty();
      assertThat(resumed.found()).anyMatch(found -> found.asOf().equals(town.asOf()));
      assertThat(withdrawn(resumed, now))
          .hasSize(before)
          .allMatch(withdrawn -> withdrawn.why().equals("The rule changing is retired."));
      assertThat(ongoing(now)).isEmpty();
    }
  }

  private RandomTown town() throws SQLException {
    return RandomTown.of(
        "rules_sweep", seed, HOLDERS, List.of(rule(CHANGING.value(), 1, ALMOST_ALL), OTHER));
  }

  /** How many the rule had proposed by then. */
  private static int killedAfterItsFirstPage(RandomTown town) {
    ASweep killed = new ASweep(town).diesAfter(FIRST_PAGE);
    assertThatThrownBy(() -> killed.at(town.asOf())).hasMessage("killed");
    int proposed = ongoing(town).size();
    assertThat(proposed)
        .isPositive()
        .isLessThan(wanted(town, town.rules().getFirst().rule(), town.asOf()).size());
    return proposed;
  }

  private static Instant later(RandomTown town) {
    return town.asOf().plus(Duration.ofSeconds(9));
  }

  private static List<CandidateFound> found(ASweep sweep) {
    return sweep.found().stream().filter(found -> found.rule().equals(CHANGING)).toList();
  }

  private static List<CandidateWithdrawn> withdrawn(ASweep sweep, RandomTown town) {
    Set<String> ids =
        Set.copyOf(
            town.sql()
                .query(
                    "SELECT id FROM candidate WHERE rule = ?",
                    row -> row.getString("id"),
                    CHANGING.value()));
    return sweep.withdrawn().stream()
        .filter(withdrawn -> ids.contains(withdrawn.candidate().value()))
        .toList();
  }

  private static List<SeatId> ongoing(RandomTown town) {
    return town.look().stream()
        .filter(seat -> seat.ongoing(CHANGING).isPresent())
        .map(seat -> seat.facts().seat().id())
        .toList();
  }

  private static List<SeatId> wanted(RandomTown town, Rule rule, Instant moment) {
    return town.lookAt(moment).stream()
        .filter(seat -> takes(rule, seat))
        .map(seat -> seat.facts().seat().id())
        .toList();
  }

  private static boolean takes(Rule rule, SeatCase seat) {
    return seat.verdict(rule) instanceof Verdict.Reclaimable;
  }

  private static VersionedRule rule(String name, int version, Condition when) {
    Handling handling =
        new Handling(
            Handling.Mode.ENFORCE,
            new Handling.Asking(
                Handling.Ask.HOLDER,
                Optional.empty(),
                Handling.Term.calendar(Duration.ofDays(14)),
                Handling.Silence.KEEP),
            Handling.Approval.ON_KEEP,
            Handling.Taking.of(Handling.Order.SEAT_ONLY),
            false);
    return new VersionedRule(
        new Rule(
            new RuleName(name), name, Set.of(), when, handling, Pace.resting(Window.ofDays(30))),
        version);
  }
}
