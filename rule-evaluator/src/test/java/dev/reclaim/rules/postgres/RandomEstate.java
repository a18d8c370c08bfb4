package dev.reclaim.rules.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Money;
import dev.reclaim.rules.Application;
import dev.reclaim.rules.Contract;
import dev.reclaim.rules.Price;
import dev.reclaim.rules.Tier;
import dev.reclaim.rules.Tiers;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Applications with and without tiers, prices, suites and purposes. */
final class RandomEstate {

  /** Of these the last one is not defined. */
  static final int APPLICATIONS = 9;

  /** In every estate these two have one purpose, so that something can overlap. */
  static final Set<Integer> RIVALS = Set.of(0, 1);

  static final List<String> TIERS = List.of("gold", "silver", "bronze");
  static final List<String> FEATURES = List.of("read", "write", "share");

  private final Random random;

  RandomEstate(Random random) {
    this.random = random;
  }

  List<Application> applications() {
    return IntStream.range(0, APPLICATIONS - 1).mapToObj(this::application).toList();
  }

  private Application application(int number) {
    return new Application(
        new ApplicationId("app-" + number),
        new Application.Names("App " + number, List.of()),
        Optional.empty(),
        new Application.Terms(price(number), tiers(number), Contract.NONE),
        new Application.Portfolio(
            random.nextInt(3) > 0 || number == 3 ? Set.of() : Set.of(new ApplicationId("app-3")),
            purpose(number),
            restricted(number)),
        new Application.Giving(Optional.empty(), "It.", 30));
  }

  private Optional<String> purpose(int number) {
    if (RIVALS.contains(number)) {
      return Optional.of("p0");
    }
    return random.nextBoolean() ? Optional.empty() : Optional.of("p" + random.nextInt(2));
  }

  /** The first one has euros and the second one dollars, whatever chance says of the others. */
  private Optional<Price> price(int number) {
    if (number > 1 && random.nextInt(4) == 0) {
      return Optional.empty();
    }
    boolean dollars = number == 1 || (number > 1 && random.nextInt(4) == 0);
    return Optional.of(
        Price.perMonth(
            new Money(
                new BigDecimal(List.of("9.99", "10.00", "10.01").get(random.nextInt(3))),
                Currency.getInstance(dollars ? "USD" : "EUR"))));
  }

  /** The first one is and the second one is not, whatever chance says of the others. */
  private boolean restricted(int number) {
    return number == 0 || (number > 1 && random.nextBoolean());
  }

  /** The first one has tiers with features, whatever chance says of the others. */
  private Tiers tiers(int number) {
    boolean named = number == 0 || random.nextInt(4) > 0;
    return number > 0 && random.nextInt(3) == 0
        ? Tiers.NONE
        : new Tiers(
            IntStream.range(0, TIERS.size())
                .mapToObj(
                    n ->
                        new Tier(
                            TIERS.get(n),
                            price(number),
                            Optional.empty(),
                            named ? Set.of(FEATURES.get(n)) : Set.of(),
                            Optional.empty()))
                .toList());
  }
}
