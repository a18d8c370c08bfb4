package dev.reclaim.rules.rest;

import dev.reclaim.events.Money;
import dev.reclaim.rules.Change;
import dev.reclaim.rules.Difference;
import dev.reclaim.rules.Effect;
import dev.reclaim.rules.Plan;
import dev.reclaim.rules.PricedSeat;
import dev.reclaim.rules.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What applying some files does, or did.
 *
 * @param applied whether it is saved
 * @param needsConfirmation whether it makes more seats candidates than may be without being asked
 * @param atMost how many may
 * @param unchanged how many documents say what stands already
 * @param inAll every seat once, whichever rules find it
 * @param bills when seats that would newly be found make a smaller bill, as far as contracts say
 */
public record PlanAnswer(
    boolean applied,
    boolean needsConfirmation,
    long atMost,
    Instant asOf,
    List<Changed> changes,
    int unchanged,
    List<Rule> rules,
    Moved inAll,
    List<Bill> bills) {

  /**
   * When the bill of an application can be smaller, by its contract.
   *
   * @param from the first day of that bill
   * @param noticeBy the last day on which notice can be given, where it is needed
   */
  public record Bill(String application, LocalDate from, Optional<LocalDate> noticeBy) {

    static List<Bill> of(Plan plan) {
      return plan.bills().entrySet().stream()
          .map(
              entry ->
                  new Bill(
                      entry.getKey().value(), entry.getValue().from(), entry.getValue().noticeBy()))
          .sorted(Comparator.comparing(Bill::application))
          .toList();
    }
  }

  /** A document that says something new, or nothing any more. */
  public record Changed(
      String kind,
      String name,
      Optional<String> file,
      boolean isNew,
      boolean isRetired,
      List<Difference> differences) {

    static Changed of(Change change) {
      return new Changed(
          change.id().kind().word(),
          change.id().name(),
          change.file(),
          change.kind() == Change.Kind.NEW,
          change.kind() == Change.Kind.RETIRED,
          change.differences());
    }
  }

  /**
   * What becomes of the seats that one rule finds.
   *
   * @param observed what it finds and tells nobody, newly or not
   */
  public record Rule(String rule, String mode, Moved candidates, Seats observed) {

    static Rule of(Effect effect, int limit) {
      return new Rule(
          effect.rule().value(),
          effect.mode().name().toLowerCase(Locale.ROOT),
          new Moved(Seats.of(effect.found(), limit), Seats.of(effect.lost(), limit)),
          Seats.of(effect.observed(), 0));
    }
  }

  /** Seats that become candidates, and seats that cease to be. */
  public record Moved(Seats newly, Seats noMore) {}

  /**
   * Some seats.
   *
   * @param applications how many seats of each
   * @param savingPerMonth one sum per currency
   * @param listed as many of them as the limit allows
   */
  public record Seats(
      long seats,
      long people,
      Map<String, Long> applications,
      List<Money> savingPerMonth,
      List<Seat> listed) {

    static Seats of(Tally tally, int limit) {
      return new Seats(
          tally.count(),
          tally.people(),
          tally.applications(),
          tally.savingPerMonth(),
          tally.seats().stream().limit(limit).map(Seat::of).toList());
    }
  }

  /** One of them. */
  public record Seat(
      String holder,
      String account,
      String application,
      String tier,
      Optional<Money> savingPerMonth) {

    static Seat of(PricedSeat priced) {
      return new Seat(
          priced.seat().holder().value(),
          priced.seat().account(),
          priced.seat().application().value(),
          priced.seat().tier(),
          priced.savingPerMonth());
    }
  }

  static PlanAnswer of(Plan plan, boolean applied, long atMost, int limit) {
    Tally found = plan.found();
    return new PlanAnswer(
        applied,
        found.count() > atMost,
        atMost,
        plan.asOf(),
        plan.changes().stream().map(Changed::of).toList(),
        plan.unchanged(),
        plan.effects().stream().map(effect -> Rule.of(effect, limit)).toList(),
        new Moved(Seats.of(found, 0), Seats.of(plan.lost(), 0)),
        Bill.of(plan));
  }
}
