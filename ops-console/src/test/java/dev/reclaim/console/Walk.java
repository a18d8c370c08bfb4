package dev.reclaim.console;

import dev.reclaim.events.Actor;
import dev.reclaim.events.Answer;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.Event;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Money;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.PromptId;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One candidate on its way, as the other services tell it; an event a minute. */
public final class Walk {

  public static final Actor SYSTEM = Actor.system("consent-service");

  private final SeatRef seat;
  private final RuleName rule;
  private final String reason;
  private final Instant start;
  private final List<Event> events = new ArrayList<>();

  private Walk(String holder, String application, String reason, Instant start) {
    this.seat =
        SeatRef.of(
            new HolderId(holder),
            new ApplicationId(application),
            SeatRef.ONLY_TIER,
            holder + "@example.com",
            new Via.Group("CN=licences,OU=Groups,DC=example,DC=com"));
    this.rule = new RuleName("idle");
    this.reason = reason;
    this.start = start;
  }

  public static Walk of(String holder, String application, Instant start) {
    return because(holder, application, start, "Used less than 5 minutes in 90 days.");
  }

  public static Walk because(String holder, String application, Instant start, String reason) {
    return new Walk(holder, application, reason, start).found();
  }

  public CandidateId id() {
    return CandidateId.of(seat.id(), rule, 1);
  }

  public SeatRef seat() {
    return seat;
  }

  private RevocationId revocation() {
    return RevocationId.of(id());
  }

  public Walk add(Event event) {
    events.add(event);
    return this;
  }

  private Walk found() {
    return add(
        new CandidateFound(
            id(),
            seat,
            rule,
            4,
            1,
            List.of(new Reason("idle", reason)),
            new Evidence.NotUsedSince(
                start.minus(Duration.ofDays(206)), start.minus(Duration.ofDays(300))),
            new Handling(
                Handling.Mode.ENFORCE,
                new Handling.Asking(
                    Handling.Ask.HOLDER,
                    Optional.empty(),
                    Handling.Term.calendar(Duration.ofDays(14)),
                    Handling.Silence.ASK_APPROVER),
                Handling.Approval.ON_KEEP,
                Handling.Taking.of(Handling.Order.SEAT_ONLY),
                true),
            Optional.of(new Money(new BigDecimal("70.00"), Currency.getInstance("EUR"))),
            start));
  }

  public Walk ready() {
    return add(new ConsentEvent.CandidateReady(id(), seat.holder(), SYSTEM, "It is on the desk."));
  }

  public Walk asked() {
    return add(
        new ConsentEvent.HolderAsked(
            id(),
            seat.holder(),
            SYSTEM,
            "The rule asks the holder first.",
            PromptId.of(id(), seat.holder().value(), 1),
            start.plus(Duration.ofDays(14))));
  }

  public Walk released() {
    return add(
        new ConsentEvent.HolderAnswered(
            id(),
            seat.holder(),
            Actor.holder(seat.holder()),
            "The holder no longer needs it.",
            Answer.RELEASE,
            Optional.of("Thank you")));
  }

  public Walk approved() {
    return add(
        new ConsentEvent.RevocationApproved(
            id(),
            seat,
            rule,
            4,
            Handling.Taking.of(Handling.Order.SEAT_ONLY),
            SYSTEM,
            "The holder released it.",
            List.of(new Reason("idle", reason)),
            Optional.of(start)));
  }

  public Walk freed() {
    OperationId operation = OperationId.of(revocation(), "FREE_SEAT", 1);
    RevocationEvent.Step step = RevocationEvent.Step.FREE_SEAT;
    add(
        new RevocationEvent.RevocationRequested(
            revocation(), id(), seat, "The order was taken.", List.of(step)));
    add(
        new RevocationEvent.StepIntended(
            revocation(), id(), seat, "The earlier state is saved.", step, operation));
    return add(
        new RevocationEvent.SeatFreed(
            revocation(), id(), seat, "The directory said so.", step, operation));
  }

  /** As revocation-service says it, and what consent-service makes of it. */
  public Walk failed(String why, String whatToDo) {
    add(
        new RevocationEvent.RevocationFailed(
            revocation(), id(), seat, why, Optional.of(RevocationEvent.Step.FREE_SEAT), whatToDo));
    return add(
        new ConsentEvent.CandidateNeedsAttention(id(), seat.holder(), SYSTEM, why, whatToDo));
  }

  public Walk verified() {
    return add(
        new RevocationEvent.RevocationVerified(
            revocation(),
            id(),
            seat,
            "A read-back found no membership.",
            Instant.now().plus(Duration.ofDays(30))));
  }

  public Walk closed(ConsentEvent.CandidateClosed.Outcome outcome) {
    return add(new ConsentEvent.CandidateClosed(id(), seat, SYSTEM, "It is over.", outcome, rule));
  }

  public Walk restored() {
    return add(
        new RevocationEvent.SeatRestored(
            revocation(), id(), seat, "The holder wanted it back.", start));
  }

  /** All the way to a free seat. */
  public Walk toTheEnd() {
    return ready()
        .asked()
        .released()
        .approved()
        .freed()
        .verified()
        .closed(ConsentEvent.CandidateClosed.Outcome.COMPLETE);
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  public Instant timeOf(int index) {
    return start.plus(Duration.ofMinutes(index));
  }

  public List<Transition> transitions() {
    List<Transition> transitions = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      transitions.add(
          Transition.of("test", id().value() + "-" + i, timeOf(i), events.get(i)).orElseThrow());
    }
    return transitions;
  }

  public static Holder holder(String id, String name, String department) {
    Instant asOf = Instant.parse("2026-01-01T00:00:00Z");
    return new Holder(
        new HolderId(id),
        Holder.Kind.PERSON,
        List.of(),
        name,
        Holder.Status.ACTIVE,
        asOf,
        Optional.empty(),
        Optional.empty(),
        Optional.of(department),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        asOf);
  }
}
