package dev.reclaim.rules;

import static dev.reclaim.rules.ASeat.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Actor;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn.Cause;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.ConsentEvent.CandidateClosed;
import dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhenConsentMovesOnTest {

  private static final SeatRef SEAT = ASeat.seat().facts().seat();
  private static final Proposal.Open OPEN =
      new Proposal.Open(new Finding(SEAT.id(), new RuleName("idle"), 1, 0, NOW, true));

  @Test
  void aKeptSeatRestsFromTheMomentOfTheAnswer() {
    assertThat(next(OPEN, closed(Outcome.SKIPPED, holder())).restsFrom()).hasValue(NOW);
  }

  @Test
  void whatTheHolderWasPromisedIsRemembered() {
    // given
    Instant promised = NOW.plus(Duration.ofDays(90));
    CandidateClosed kept =
        new CandidateClosed(
            OPEN.finding().candidate(),
            SEAT,
            holder(),
            "kept",
            Outcome.SKIPPED,
            new RuleName("idle"),
            Optional.of(promised),
            Optional.empty());
    // then
    assertThat(next(OPEN, kept).keptUntil()).hasValue(promised);
    assertThat(next(OPEN.withdrawn(Cause.HOLD_PLACED, NOW), kept).keptUntil()).hasValue(promised);
  }

  @Test
  void aCompletedOneIsOverAndDoesNotRest() {
    Proposal over = next(OPEN, closed(Outcome.COMPLETE, system()));
    assertThat(over.ongoing()).isFalse();
    assertThat(over.restsFrom()).isEmpty();
  }

  @Test
  void anAnswerThatCrossedAWithdrawalStillCounts() {
    Proposal withdrawn = OPEN.withdrawn(Cause.HOLD_PLACED, NOW);
    assertThat(next(withdrawn, closed(Outcome.SKIPPED, holder())).restsFrom()).hasValue(NOW);
  }

  @Test
  void closingAsAReactionToAWithdrawalIsNoAnswer() {
    Proposal withdrawn = OPEN.withdrawn(Cause.HOLD_PLACED, NOW);
    assertThat(next(withdrawn, closed(Outcome.SKIPPED, system()))).isEqualTo(withdrawn);
  }

  @Test
  void theFirstEndStands() {
    Proposal kept = OPEN.closed(Outcome.SKIPPED, NOW.minusSeconds(1), Optional.empty());
    assertThat(next(kept, closed(Outcome.COMPLETE, system()))).isEqualTo(kept);
  }

  @Test
  void aRevocationThatIsCalledOffLeavesItOpen() {
    ConsentEvent calledOff =
        new ConsentEvent.RevocationCalledOff(
            OPEN.finding().candidate(), SEAT.holder(), system(), "used");
    assertThat(next(OPEN.approved(), calledOff)).isEqualTo(OPEN);
  }

  private static Proposal next(Proposal proposal, ConsentEvent event) {
    return WhenConsentMovesOn.next(proposal, event, NOW);
  }

  private static CandidateClosed closed(Outcome outcome, Actor by) {
    return new CandidateClosed(
        OPEN.finding().candidate(), SEAT, by, "closed", outcome, new RuleName("idle"));
  }

  private static Actor holder() {
    return Actor.holder(SEAT.holder());
  }

  private static Actor system() {
    return Actor.system("consent-service");
  }
}
