package dev.reclaim.connectors.declarative;

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
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** One connection of a file: the capabilities that the file has, each the work of one class. */
final class FileConnector
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
        KnowsLimits,
        ChecksConnection {

  private final VendorFile file;
  private final Talks talks;
  private final Runs runs;
  private final Finds finds;

  FileConnector(Talks talks) {
    this.file = talks.file();
    this.talks = talks;
    this.runs = new Runs(talks);
    this.finds = new Finds(runs, talks.start(), file.abilities().account());
  }

  @Override
  public String kind() {
    return file.name();
  }

  @Override
  public <C> Optional<C> as(Class<C> capability) {
    return Offers.has(file, capability) ? Connector.super.as(capability) : Optional.empty();
  }

  @Override
  public Map<SeatAction, Effect> ways() {
    Map<SeatAction, Effect> ways = new EnumMap<>(SeatAction.class);
    seat().ways().forEach((way, taking) -> ways.put(way, taking.effect()));
    return ways;
  }

  @Override
  public Map<Step, Effect> steps() {
    Map<Step, Effect> steps = new EnumMap<>(Step.class);
    file.abilities().steps().forEach((step, taking) -> steps.put(step, taking.effect()));
    return steps;
  }

  @Override
  public AccountLook find(String account) {
    return asking(
        () ->
            switch (finds.byLabel(account)) {
              case Person.One person ->
                  new AccountLook.Found(
                      new AccountId(person.id()),
                      person.name(),
                      person.enabled(),
                      finds.protection(person));
              case Person.None() -> new AccountLook.NotFound();
              case Person.Many(int count) -> new AccountLook.Ambiguous(count);
            },
        ending -> new AccountLook.CannotTell(told(ending)));
  }

  @Override
  public SeatListing list(SeatSource source) {
    return asking(
        () ->
            new SeatListing.Complete(
                new Lists(runs)
                    .seats(
                        file.abilities().list().orElseThrow(),
                        new Seats(runs, seat()).of(talks.start(), source))),
        ending -> new SeatListing.Unreadable(ending.why(), ending.whatToDo()));
  }

  @Override
  public UsageReport usage(SeatSource source, Instant since) {
    return asking(
        () ->
            new Reports(runs)
                .report(
                    file.abilities().usage().orElseThrow(),
                    new Seats(runs, seat()).of(talks.start(), source),
                    since,
                    talks.now()),
        ending -> new UsageReport.Unreadable(ending.why(), ending.whatToDo()));
  }

  @Override
  public CaptureOutcome capture(SeatRef seat, SeatSource source, Set<Step> before) {
    return asking(
        () -> new Saves(file, runs, finds).save(seat.account(), source, before), Ending::asCapture);
  }

  @Override
  public RevocationOutcome revoke(SeatRef seat, SeatSource source) {
    return asking(
        () -> new Takes(runs, finds).seat(seat.account(), source, new Seats(runs, seat())),
        Ending::asRevocation);
  }

  @Override
  public RevocationOutcome deprovision(Step step, String account) {
    Taking taking = file.abilities().steps().get(step);
    return taking == null
        ? new CannotBeRevoked(cannot(step), "Leave this step out for " + file.title() + ".")
        : asking(() -> new Takes(runs, finds).step(account, taking), Ending::asRevocation);
  }

  @Override
  public StepLook look(Step step, String account) {
    Taking taking = file.abilities().steps().get(step);
    if (taking == null) {
      return new StepLook.CannotTell(cannot(step));
    }
    return asking(
        () ->
            switch (finds.byLabel(account)) {
              case Person.One person ->
                  Takes.look(taking, runs.run(taking.look(), person.scope()).scope());
              case Person.None() -> new StepLook.CannotTell(Labels.unknown(account));
              case Person.Many(int count) ->
                  new StepLook.CannotTell(Labels.ambiguous(account, count));
            },
        ending -> new StepLook.CannotTell(told(ending)));
  }

  @Override
  public SeatLook look(SeatRef seat, SeatSource source) {
    Seats seats = new Seats(runs, seat());
    return asking(
        () ->
            switch (finds.byLabel(seat.account())) {
              case Person.One person -> seats.look(seats.of(person.scope(), source), source).look();
              case Person.None() -> new SeatLook.CannotTell(Labels.unknown(seat.account()));
              case Person.Many(int count) ->
                  new SeatLook.CannotTell(Labels.ambiguous(seat.account(), count));
            },
        ending -> new SeatLook.CannotTell(told(ending)));
  }

  @Override
  public SeatLook lookAgain(SavedState saved, SeatSource source) {
    if (!saved.connector().equals(kind()) || saved.value(Saves.ID).isEmpty()) {
      return new SeatLook.CannotTell("this state was saved by another connector");
    }
    Seats seats = new Seats(runs, seat());
    return asking(
        () -> {
          Scope known = new PutsBack(file, runs, finds).known(saved, talks.start());
          return switch (finds.byId(known)) {
            case Person.One person -> seats.look(seats.of(person.scope(), source), source).look();
            case Person.None() -> finds.gone(known);
            case Person.Many(int count) ->
                new SeatLook.CannotTell(Labels.ambiguous(saved.value(Saves.ID).get(), count));
          };
        },
        ending -> new SeatLook.CannotTell(told(ending)));
  }

  @Override
  public RestoreOutcome restore(SavedState saved) {
    return asking(
        () -> new PutsBack(file, runs, finds).restore(saved, talks.start()), Ending::asRestore);
  }

  @Override
  public ConnectionCheck check(Collection<SeatSource> sources) {
    return new Checks(file, runs).check(talks.start(), sources);
  }

  @Override
  public PublishedLimits limits() {
    return file.talk().limits().published();
  }

  @Override
  public Duration rest() {
    return talks.rest();
  }

  @Override
  public void close() {
    talks.close();
  }

  @Override
  public String toString() {
    return file.name();
  }

  private SeatPart seat() {
    return file.abilities().seat().orElseThrow();
  }

  private String cannot(Step step) {
    return "%s has no step %s.".formatted(file.title(), step);
  }

  private static String told(Ending ending) {
    return ending.why() + ". " + ending.whatToDo();
  }

  private <A> A asking(Supplier<A> question, Function<Ending, A> otherwise) {
    try {
      return question.get();
    } catch (Ended e) {
      return otherwise.apply(e.ending());
    } catch (Template.Unfilled e) {
      return otherwise.apply(
          new Ending.Failed(
              "the answer of %s lacks something: %s".formatted(file.title(), e.getMessage()),
              "Look at the account in " + file.title() + "."));
    }
  }
}
