package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.AccountId;
import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.Effect;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.KnowsLimits;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.LooksAgain;
import dev.reclaim.connectors.PublishedLimits;
import dev.reclaim.connectors.PublishedLimits.Rate;
import dev.reclaim.connectors.ReportsUsage;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.StepLook;
import dev.reclaim.connectors.UsageReport;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One tenant: all capabilities, each the work of one class of this package. */
final class MicrosoftGraph
    implements Connector,
        FindsAccount,
        ListsSeats,
        Captures,
        Revokes,
        Deprovisions,
        Verifies,
        LooksAgain,
        Restores,
        ReportsUsage,
        ChecksConnection,
        KnowsLimits {

  static final String KIND = "microsoft-graph";

  private final Graph graph;
  private final InstantSource clock;
  private final People people;
  private final Protection protection;
  private final SeatsOf seats;
  private final Account account;
  private final LeavesGroups leaving;

  MicrosoftGraph(GraphSettings settings, InstantSource clock) {
    this.graph = new Graph(settings, clock);
    this.clock = clock;
    this.people = new People(graph);
    this.protection = new Protection(graph, settings.untouchable());
    this.seats = new SeatsOf(graph, people);
    this.account = new Account(graph);
    this.leaving = new LeavesGroups(new Groups(graph), new Memberships(graph));
  }

  @Override
  public String kind() {
    return KIND;
  }

  /**
   * What Graph publishes for one application in one tenant: 3,000 writes in 150 s, and of the
   * smallest tenant's 3,500 units in 10 s at most five for a read.
   */
  @Override
  public PublishedLimits limits() {
    return new PublishedLimits(
        Optional.of(new Rate(3_000, Duration.ofSeconds(150))),
        Optional.of(new Rate(700, Duration.ofSeconds(10))),
        Optional.of(20));
  }

  @Override
  public Duration rest() {
    return graph.rest();
  }

  @Override
  public Map<SeatAction, Effect> ways() {
    return Effects.OF_WAYS;
  }

  @Override
  public Map<Step, Effect> steps() {
    return Effects.OF_STEPS;
  }

  @Override
  public AccountLook find(String label) {
    try {
      return switch (people.look(label)) {
        case PersonLook.One(Person person) ->
            new AccountLook.Found(
                new AccountId(person.id()),
                person.name(),
                person.access().enabled(),
                protection.of(person));
        case PersonLook.None() -> new AccountLook.NotFound();
        case PersonLook.Many(int count) -> new AccountLook.Ambiguous(count);
      };
    } catch (GraphRefused e) {
      return new AccountLook.CannotTell(e.trouble().why());
    }
  }

  @Override
  public SeatListing list(SeatSource source) {
    try {
      return new SeatListing.Complete(seats.source(source).list());
    } catch (GraphRefused e) {
      return new SeatListing.Unreadable(e.trouble().why(), e.trouble().whatToDo());
    }
  }

  @Override
  public UsageReport usage(SeatSource source, Instant since) {
    try {
      return new UsageReport.Complete(new SignIns(graph).since(seats.source(source), since));
    } catch (GraphRefused e) {
      return new UsageReport.Unreadable(e.trouble().why(), e.trouble().whatToDo());
    }
  }

  @Override
  public CaptureOutcome capture(SeatRef seat, SeatSource source, Set<Step> before) {
    try {
      return switch (people.look(seat.account())) {
        case PersonLook.One(Person person) ->
            new CaptureOutcome.Saved(new SavesState(seats, leaving).save(person, source, before));
        case PersonLook.None() ->
            new CaptureOutcome.Failed(Labels.unknown(seat.account()), Labels.CORRECT);
        case PersonLook.Many(int count) ->
            new CaptureOutcome.Failed(Labels.ambiguous(seat.account(), count), Labels.CORRECT);
      };
    } catch (GraphRefused e) {
      return e.trouble().asCapture();
    }
  }

  @Override
  public RevocationOutcome revoke(SeatRef seat, SeatSource source) {
    return on(seat.account(), person -> FreesSeats.free(seats.source(source), person, source));
  }

  @Override
  public SeatLook look(SeatRef seat, SeatSource source) {
    try {
      return switch (people.look(seat.account())) {
        case PersonLook.One(Person person) -> seats.source(source).look(person).asLook();
        case PersonLook.None() -> new SeatLook.CannotTell(Labels.unknown(seat.account()));
        case PersonLook.Many(int count) ->
            new SeatLook.CannotTell(Labels.ambiguous(seat.account(), count));
      };
    } catch (GraphRefused e) {
      return new SeatLook.CannotTell(e.trouble().why());
    }
  }

  @Override
  public SeatLook lookAgain(SavedState saved, SeatSource source) {
    try {
      String id = Saved.of(saved).text(Saved.ACCOUNT);
      Optional<Person> person = people.read(id);
      return person.isEmpty()
          ? new SeatLook.Absent("the account " + id + " is no longer in the tenant")
          : seats.source(source).look(person.get()).asLook();
    } catch (GraphRefused e) {
      return new SeatLook.CannotTell(e.trouble().why());
    }
  }

  @Override
  public RevocationOutcome deprovision(Step step, String label) {
    return switch (step) {
      case DISABLE_ACCOUNT -> on(label, account::disable);
      case END_SESSIONS -> on(label, account::endSessions);
      case LEAVE_GROUPS -> on(label, leaving::leave);
      case REVOKE_TOKENS, FREE_SEAT ->
          new CannotBeRevoked(
              "a tenant of Microsoft's has no step " + step, "Leave this step out for it.");
    };
  }

  @Override
  public StepLook look(Step step, String label) {
    try {
      return switch (people.look(label)) {
        case PersonLook.One(Person person) -> look(step, person);
        case PersonLook.None() -> new StepLook.CannotTell(Labels.unknown(label));
        case PersonLook.Many(int count) -> new StepLook.CannotTell(Labels.ambiguous(label, count));
      };
    } catch (GraphRefused e) {
      return new StepLook.CannotTell(e.trouble().why());
    }
  }

  private StepLook look(Step step, Person person) throws GraphRefused {
    return switch (step) {
      case DISABLE_ACCOUNT -> Account.lookAtAccess(person);
      case END_SESSIONS -> Account.lookAtSessions(person, clock.instant());
      case LEAVE_GROUPS -> leaving.look(person);
      case REVOKE_TOKENS, FREE_SEAT ->
          new StepLook.CannotTell("a tenant of Microsoft's has no step " + step);
    };
  }

  @Override
  public RestoreOutcome restore(SavedState saved) {
    return new PutsBack(people, seats, leaving, account).restore(saved);
  }

  @Override
  public ConnectionCheck check(Collection<SeatSource> sources) {
    try {
      return new ChecksPermissions(graph, seats).of(sources);
    } catch (GraphRefused e) {
      return new ConnectionCheck.Unusable(e.trouble().why(), e.trouble().whatToDo());
    }
  }

  @Override
  public void close() {
    graph.close();
  }

  @Override
  public String toString() {
    return KIND + " " + graph;
  }

  /** Does something to the one account of that label, unless it is protected. */
  private RevocationOutcome on(String label, Taking taking) {
    try {
      return switch (people.look(label)) {
        case PersonLook.One(Person person) -> {
          Optional<String> refusal = protection.of(person);
          yield refusal.isPresent()
              ? new CannotBeRevoked(refusal.get(), "Do it by hand, if it is meant.")
              : taking.from(person);
        }
        case PersonLook.None() -> new CannotBeRevoked(Labels.unknown(label), Labels.CORRECT);
        case PersonLook.Many(int count) ->
            new CannotBeRevoked(Labels.ambiguous(label, count), Labels.CORRECT);
      };
    } catch (GraphRefused e) {
      return e.trouble().asRevocation();
    }
  }

  /** What is done to an account that may be touched. */
  private interface Taking {
    RevocationOutcome from(Person person) throws GraphRefused;
  }
}
