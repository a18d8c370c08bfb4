package dev.reclaim.audit;

import dev.reclaim.events.Actor;
import dev.reclaim.events.Answer;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.Event;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Handling;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.events.PromptId;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent;
import dev.reclaim.events.SourceName;
import dev.reclaim.events.Via;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happens to one seat of one holder, as the other services tell it. */
record Story(HolderId holder, CandidateId candidate, SeatRef seat) {

  static final ApplicationId TABLEAU = new ApplicationId("tableau");
  private static final RuleName IDLE = new RuleName("idle-90-days");
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  static Story of(String person) {
    HolderId holder = HolderId.of(person);
    SeatRef seat =
        SeatRef.of(holder, TABLEAU, SeatRef.ONLY_TIER, person, new Via.Group("CN=Tableau"));
    return new Story(holder, CandidateId.of(seat.id(), IDLE, 1), seat);
  }

  Event used(int seconds) {
    return used(seconds, TABLEAU.value());
  }

  Event used(int seconds, String application) {
    return new SignalEvent.UsageDay(
        holder,
        new ApplicationId(application),
        LocalDate.of(2026, 11, 21),
        seconds,
        1,
        0,
        NOW,
        Set.of(new SourceName("entra-signins")),
        seconds);
  }

  Event rule(Map<String, Object> definition) {
    return new PolicyEvent.RuleDefined(IDLE, 1, "Idle for 90 days", definition, false);
  }

  Event found() {
    return new CandidateEvent.CandidateFound(
        candidate,
        seat,
        IDLE,
        1,
        1,
        List.of(new Reason("idle", "Not used for 90 days")),
        new Evidence.NotUsedSince(NOW, NOW),
        new Handling(
            Handling.Mode.ENFORCE,
            new Handling.Asking(
                Handling.Ask.HOLDER,
                Optional.empty(),
                Handling.Term.calendar(Duration.ofDays(7)),
                Handling.Silence.RELEASE),
            Handling.Approval.ON_KEEP,
            Handling.Taking.of(Handling.Order.SEAT_ONLY),
            true),
        Optional.empty(),
        NOW);
  }

  Event asked() {
    return new ConsentEvent.HolderAsked(
        candidate,
        holder,
        Actor.system("consent-service"),
        "Not used for 90 days",
        PromptId.of(candidate, holder.value(), 1),
        NOW);
  }

  Event answered(String comment) {
    return new ConsentEvent.HolderAnswered(
        candidate,
        holder,
        Actor.holder(holder),
        "The holder does not need it",
        Answer.RELEASE,
        Optional.of(comment));
  }

  Event verified() {
    return new RevocationEvent.RevocationVerified(
        RevocationId.of(candidate), candidate, seat, "The seat is free", NOW);
  }
}
