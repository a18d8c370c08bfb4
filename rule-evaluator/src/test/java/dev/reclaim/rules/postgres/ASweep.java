package dev.reclaim.rules.postgres;

import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.Event;
import dev.reclaim.events.SeatId;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import dev.reclaim.rules.Hands;
import dev.reclaim.rules.InTransaction;
import dev.reclaim.rules.JudgeFoundSeats;
import dev.reclaim.rules.JudgeSeats;
import dev.reclaim.rules.SweepCounts;
import dev.reclaim.rules.SweepSeats;
import dev.reclaim.rules.Sweeps;
import dev.reclaim.rules.Turns;
import dev.reclaim.rules.threads.ThreadsAsHands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The sweep of a town, with what it says. */
final class ASweep {

  private final RandomTown town;
  private final List<CandidateEvent> said = Collections.synchronizedList(new ArrayList<>());
  private final List<String> disagreements = new ArrayList<>();
  private int commits = Integer.MAX_VALUE;
  private Hands hands = Hands.ONE;

  ASweep(RandomTown town) {
    this.town = town;
  }

  /** After so many transactions the process is gone. */
  ASweep diesAfter(int transactions) {
    commits = transactions;
    return this;
  }

  /** With so many threads; then nobody may kill it. */
  ASweep withHands(int number) {
    hands = new ThreadsAsHands(number);
    return this;
  }

  SweepCounts at(Instant now) {
    return unlessOtherSweeps(now).orElseThrow();
  }

  /** Empty when another instance sweeps. */
  Optional<SweepCounts> unlessOtherSweeps(Instant now) {
    Sweeps sweeps = new PostgresSweeps(town.database(), town.policies());
    return new SweepSeats(
            sweeps,
            new Turns(town.policies(), new PostgresRuleRuns(town.database())),
            new JudgeFoundSeats(
                judge(), sweeps, (seat, rule, _) -> disagreements.add(seat + " under " + rule)),
            mortal(),
            hands,
            new PostgresSweepLock(town.database()),
            () -> now)
        .sweep(Cause.NONE);
  }

  /** Judges these seats at once, as after news of them. */
  SweepCounts judge(List<SeatId> seats) {
    return mortal().call(() -> judge().judge(seats, town.asOf(), _ -> true, Cause.NONE));
  }

  JudgeSeats judge() {
    return new JudgeSeats(
        town.seats(), town.policies(), new PostgresProposals(town.database()), new Remembers());
  }

  private final class Remembers implements Outbox {
    @Override
    public void add(List<? extends Event> events, Cause cause) {
      events.forEach(event -> said.add((CandidateEvent) event));
    }
  }

  /** What is said in a transaction that does not end was never said. */
  private InTransaction mortal() {
    return new InTransaction() {
      @Override
      public <T> T call(Supplier<T> work, Predicate<T> keep) {
        int before = said.size();
        try {
          return town.database()
              .call(
                  () -> {
                    T result = work.get();
                    if (commits-- == 0) {
                      throw new IllegalStateException("killed");
                    }
                    return result;
                  });
        } catch (RuntimeException e) {
          said.subList(before, said.size()).clear();
          throw e;
        }
      }
    };
  }

  List<CandidateFound> found() {
    return said.stream()
        .filter(CandidateFound.class::isInstance)
        .map(CandidateFound.class::cast)
        .toList();
  }

  List<CandidateWithdrawn> withdrawn() {
    return said.stream()
        .filter(CandidateWithdrawn.class::isInstance)
        .map(CandidateWithdrawn.class::cast)
        .toList();
  }

  List<String> disagreements() {
    return disagreements;
  }
}
