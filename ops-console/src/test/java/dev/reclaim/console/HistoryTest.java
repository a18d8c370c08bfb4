package dev.reclaim.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Instant START = Instant.parse("2026-09-18T08:00:00Z");

  @Test
  void anyOrderAndAnyNumberOfRepeatsGiveTheSameHistory() {
    // given
    List<Transition> asTheyHappened = Walk.of("h1", "tableau", START).toTheEnd().transitions();
    History expected = History.of(asTheyHappened);
    Random chance = new Random(20260918);

    for (int i = 0; i < 500; i++) {
      // when
      List<Transition> arrived = new ArrayList<>(asTheyHappened);
      for (int repeat = chance.nextInt(5); repeat > 0; repeat--) {
        arrived.add(asTheyHappened.get(chance.nextInt(asTheyHappened.size())));
      }
      Collections.shuffle(arrived, chance);

      // then
      assertThat(History.of(arrived)).isEqualTo(expected);
    }
    assertThat(expected.candidate().standing().state()).isEqualTo(CandidateState.CLOSED_COMPLETE);
    assertThat(expected.candidate().ending().saves()).isTrue();
  }

  @Test
  void whatIsSaidInOneInstantStandsInTheOrderOfTheWalk() {
    // given
    Walk walk = Walk.of("h1", "tableau", START).ready().asked();
    List<Transition> inOneInstant = new ArrayList<>();
    for (int i = 0; i < walk.events().size(); i++) {
      String idThatSortsTheOtherWay = "event-" + (9 - i);
      inOneInstant.add(
          Transition.of("test", idThatSortsTheOtherWay, START, walk.events().get(i)).orElseThrow());
    }

    // when
    Candidate candidate = History.of(inOneInstant.reversed()).candidate();

    // then
    assertThat(candidate.standing().state()).isEqualTo(CandidateState.AWAITING_USER);
    assertThat(candidate.standing().due()).contains(START.plus(Duration.ofDays(14)));
  }

  @Test
  void nothingIsDueAnyMoreOnceTheAnswerHasCome() {
    // given
    Walk walk = Walk.of("h1", "tableau", START).ready().asked();
    assertThat(History.of(walk.transitions()).candidate().standing().due()).isPresent();

    // when
    walk.released();

    // then
    assertThat(History.of(walk.transitions()).candidate().standing().due()).isEmpty();
    assertThat(state(walk)).isEqualTo(CandidateState.AWAITING_USER);
  }

  @Test
  void closedIsTheEndEvenWhenAnotherClockRunsAhead() {
    // given
    Walk walk = Walk.of("h1", "tableau", START).approved().closed(Outcome.COMPLETE).freed();

    // when
    Candidate candidate = History.of(walk.transitions()).candidate();

    // then
    assertThat(candidate.standing().state()).isEqualTo(CandidateState.CLOSED_COMPLETE);
  }

  @Test
  void aFreedSeatSavesNothingBeforeAReadBackAndNothingAfterItIsGivenBack() {
    // given
    Walk walk = Walk.of("h1", "tableau", START).approved().freed();
    assertThat(History.of(walk.transitions()).candidate().ending().saves()).isFalse();

    // when
    walk.verified();
    assertThat(History.of(walk.transitions()).candidate().ending().saves()).isTrue();
    walk.restored();

    // then
    assertThat(History.of(walk.transitions()).candidate().ending().saves()).isFalse();
  }

  @Test
  void aBrakeHoldsAndTheNextStepGoesOn() {
    // given
    Walk walk = Walk.of("h1", "tableau", START).approved();
    RevocationId revocation = RevocationId.of(walk.id());
    walk.add(
        new RevocationEvent.RevocationHeld(
            revocation, walk.id(), walk.seat(), "Too many in one hour.", "share"));
    assertThat(state(walk)).isEqualTo(CandidateState.HELD);

    // when
    walk.freed();

    // then
    assertThat(state(walk)).isEqualTo(CandidateState.AWAITING_REVOCATION);
  }

  @Test
  void whatARuleSaidMayArriveLast() {
    // given
    List<Transition> all = Walk.of("h1", "tableau", START).ready().asked().transitions();

    // when
    Candidate before = History.of(all.subList(1, 3)).candidate();
    Candidate after = History.of(all).candidate();

    // then
    assertThat(before.found()).isEmpty();
    assertThat(before.seat()).isEqualTo(Optional.empty());
    assertThat(before.standing().state()).isEqualTo(CandidateState.AWAITING_USER);
    assertThat(after.found()).isPresent();
  }

  private static CandidateState state(Walk walk) {
    return History.of(walk.transitions()).candidate().standing().state();
  }
}
