package dev.reclaim.rules.documents;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.Alias;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SourceName;
import dev.reclaim.rules.Application;
import dev.reclaim.rules.Contract;
import dev.reclaim.rules.Price;
import dev.reclaim.rules.Tier;
import dev.reclaim.rules.Tiers;
import dev.reclaim.rules.Window;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Documents of the kind application. */
final class ReadsApplications {

  private static final int RESTORABLE_DAYS = 30;

  private ReadsApplications() {}

  static Application of(Keys keys) {
    return new Application(
        keys.text("name", ApplicationId::new),
        new Application.Names(keys.text("title"), aliases(keys)),
        keys.maybeText("owner"),
        new Application.Terms(
            price(keys),
            new Tiers(keys.objects("tiers").stream().map(ReadsApplications::tier).toList()),
            keys.maybeObject("contract").map(ReadsApplications::contract).orElse(Contract.NONE)),
        new Application.Portfolio(
            Set.copyOf(keys.texts("suite", ApplicationId::new)),
            keys.maybeText("purpose"),
            keys.node().path("restricted").asBoolean()),
        new Application.Giving(
            keys.maybeObject("seats").map(ReadsApplications::seats),
            keys.maybeText("loss").orElse(""),
            restorableDays(keys)));
  }

  private static List<Alias> aliases(Keys keys) {
    return keys.objects("aliases").stream()
        .map(
            alias ->
                alias.node().isTextual()
                    ? Alias.everywhere(alias.node().asText())
                    : new Alias(
                        alias.text("name"), Optional.of(alias.text("source", SourceName::new))))
        .toList();
  }

  private static Optional<Price> price(Keys keys) {
    if (keys.has("price") && keys.has("pricePerMonth")) {
      throw new IllegalArgumentException("pricePerMonth: says again what price says");
    }
    return keys.maybeObject("price")
        .or(() -> keys.maybeObject("pricePerMonth"))
        .map(ReadsMoney::price);
  }

  private static Tier tier(Keys keys) {
    return new Tier(
        keys.text("name"),
        keys.maybeObject("price").map(ReadsMoney::price),
        keys.maybeText("entitlement"),
        Set.copyOf(keys.texts("features", Function.identity())),
        keys.maybeText("lower"));
  }

  private static Contract contract(Keys keys) {
    return new Contract(
        keys.maybeDay("ends"),
        keys.maybeText("renewalNotice", Window::parse),
        keys.maybeObject("trueDown")
            .map(window -> new Contract.TrueDown(window.day("opens"), window.day("closes"))),
        keys.has("reassignmentDays")
            ? OptionalInt.of(keys.node().get("reassignmentDays").asInt())
            : OptionalInt.empty());
  }

  private static SeatSource seats(Keys keys) {
    return new SeatSource(
        keys.text("connection", ConnectionName::new),
        keys.text("entitlement"),
        keys.maybeWord("action", SeatAction.class),
        keys.maybeText("lowerEntitlement"));
  }

  private static int restorableDays(Keys keys) {
    int days = keys.node().path("restorableDays").asInt(RESTORABLE_DAYS);
    if (days < 0 || days > 365) {
      throw new IllegalArgumentException("restorableDays: must be between 0 and 365");
    }
    return days;
  }
}
