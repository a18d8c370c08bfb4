package dev.reclaim.rules.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Money;
import dev.reclaim.events.RuleName;
import dev.reclaim.rules.AccountDisabled;
import dev.reclaim.rules.AnsweredKeep;
import dev.reclaim.rules.AtLocation;
import dev.reclaim.rules.CheaperTierWouldDo;
import dev.reclaim.rules.Condition;
import dev.reclaim.rules.ContractEnded;
import dev.reclaim.rules.EmployedFor;
import dev.reclaim.rules.HolderKind;
import dev.reclaim.rules.HolderLeft;
import dev.reclaim.rules.HolderOnLeave;
import dev.reclaim.rules.InCostCentre;
import dev.reclaim.rules.InDepartment;
import dev.reclaim.rules.InGroup;
import dev.reclaim.rules.InheritedSeat;
import dev.reclaim.rules.MovedDepartment;
import dev.reclaim.rules.NeverUsed;
import dev.reclaim.rules.NotInRoster;
import dev.reclaim.rules.Overlap;
import dev.reclaim.rules.Pace;
import dev.reclaim.rules.PresentElsewhere;
import dev.reclaim.rules.PriceAbove;
import dev.reclaim.rules.RestrictedSoftware;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.SeatOlderThan;
import dev.reclaim.rules.UnmatchedAccount;
import dev.reclaim.rules.UnusedFor;
import dev.reclaim.rules.UsedLessThan;
import dev.reclaim.rules.VersionedRule;
import dev.reclaim.rules.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One rule per condition, and random trees of them. */
final class RandomRules {

  /** Windows are few, so that random facts often lie on their edges. */
  static final List<Duration> WINDOWS =
      List.of(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

  private final Random random;
  private final List<Supplier<Condition>> atoms =
      List.of(
          () -> new UnusedFor(window()),
          () -> new UsedLessThan(Window.ofMinutes(5), window()),
          () -> new UsedLessThan(new UsedLessThan.Opens(3), window()),
          NeverUsed::new,
          () -> new PresentElsewhere(window()),
          () -> new AnsweredKeep(window()),
          HolderLeft::new,
          () -> new HolderLeft(Optional.of(LocalTime.of(random().nextInt(24), 30))),
          HolderOnLeave::new,
          NotInRoster::new,
          AccountDisabled::new,
          ContractEnded::new,
          () -> new EmployedFor(window()),
          () -> new MovedDepartment(window()),
          () -> new HolderKind(Set.of(Holder.Kind.PERSON, Holder.Kind.AGENT)),
          () -> new InGroup(Set.of("CN=Sales", "cn=it")),
          () -> new InDepartment(Set.of("Sales")),
          () -> new InCostCentre(Set.of("4711", "ÄÖÜ")),
          () -> new AtLocation(Set.of("Berlin")),
          () -> new SeatOlderThan(window()),
          () -> new InheritedSeat(Set.of()),
          () -> new InheritedSeat(Set.of("cn=it")),
          () -> new PriceAbove(new Money(new BigDecimal("10"), Currency.getInstance("EUR"))),
          () -> new CheaperTierWouldDo(window()),
          () -> new Overlap(window()),
          RestrictedSoftware::new,
          UnmatchedAccount::new);

  RandomRules(Random random) {
    this.random = random;
  }

  private Random random() {
    return random;
  }

  /** A rule for each condition, then so many with trees. */
  List<VersionedRule> rules(int trees) {
    List<Condition> conditions = new ArrayList<>();
    atoms.forEach(atom -> conditions.add(atom.get()));
    for (int i = 0; i < trees; i++) {
      conditions.add(tree(3));
    }
    return IntStream.range(0, conditions.size())
        .mapToObj(n -> new VersionedRule(rule("rule-" + n, conditions.get(n)), 1))
        .toList();
  }

  private Condition tree(int depth) {
    return switch (random.nextInt(depth == 0 ? 1 : 4)) {
      case 0 -> atoms.get(random.nextInt(atoms.size())).get();
      case 1 -> new Condition.All(branches(depth));
      case 2 -> new Condition.Any(branches(depth));
      default -> new Condition.Not(tree(depth - 1));
    };
  }

  private List<Condition> branches(int depth) {
    return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(_ -> tree(depth - 1)).toList();
  }

  private Window window() {
    return new Window(WINDOWS.get(random.nextInt(WINDOWS.size())));
  }

  private Rule rule(String name, Condition when) {
    Set<ApplicationId> applications =
        random.nextInt(3) > 0
            ? Set.of()
            : Set.of(new ApplicationId("app-0"), new ApplicationId("app-1"));
    Handling handling =
        new Handling(
            random.nextInt(8) == 0 ? Handling.Mode.OBSERVE : Handling.Mode.ENFORCE,
            new Handling.Asking(
                Handling.Ask.HOLDER,
                Optional.empty(),
                Handling.Term.calendar(Duration.ofDays(14)),
                Handling.Silence.KEEP),
            Handling.Approval.ON_KEEP,
            Handling.Taking.of(Handling.Order.SEAT_ONLY),
            Rule.dependsOnUse(when));
    return new Rule(
        new RuleName(name), name, applications, when, handling, Pace.resting(Window.ofDays(30)));
  }
}
