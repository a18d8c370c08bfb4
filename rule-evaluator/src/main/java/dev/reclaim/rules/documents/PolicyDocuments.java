package dev.reclaim.rules.documents;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.Money;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.rules.Application;
import dev.reclaim.rules.Campaign;
import dev.reclaim.rules.Hold;
import dev.reclaim.rules.Policy;
import dev.reclaim.rules.PolicyDocument;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.ReadsPolicy;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;

/** The four kinds of document. What stands in for a key that is left out is said here. */
public final class PolicyDocuments implements ReadsPolicy {

  private static final int RESTORABLE_DAYS = 30;

  private final Schemas schemas = new Schemas();

  @Override
  public String schema(PolicyKind kind) {
    return schemas.text(kind);
  }

  @Override
  public PolicyDocument read(PolicyKind kind, String text) {
    Tree tree = Tree.of(text);
    schemas.check(kind, tree);
    Map<String, Object> content =
        EventCodec.json().convertValue(tree.root(), new TypeReference<Map<String, Object>>() {});
    Keys keys = Keys.of(tree);
    return new PolicyDocument(keys.whole(() -> policy(kind, keys)), content);
  }

  private static Policy policy(PolicyKind kind, Keys keys) {
    return switch (kind) {
      case APPLICATION -> application(keys);
      case RULE -> ReadsRules.of(keys);
      case CAMPAIGN -> campaign(keys);
      case HOLD -> hold(keys);
    };
  }

  private static Application application(Keys keys) {
    String title = keys.text("title");
    int restorable = keys.node().path("restorableDays").asInt(RESTORABLE_DAYS);
    if (restorable < 0 || restorable > 365) {
      throw new IllegalArgumentException("restorableDays: must be between 0 and 365");
    }
    return new Application(
        keys.text("name", ApplicationId::new),
        title,
        keys.texts("aliases", alias -> alias),
        keys.maybeText("owner"),
        keys.maybeObject("pricePerMonth").map(PolicyDocuments::money),
        new Application.Giving(
            keys.maybeObject("seats")
                .map(
                    seats ->
                        new SeatSource(
                            seats.text("connection", ConnectionName::new),
                            seats.text("entitlement"))),
            keys.maybeText("loss").orElse("You can no longer use " + title + "."),
            restorable));
  }

  static Money money(Keys keys) {
    return keys.at(
        "amount",
        () ->
            new Money(
                keys.node().get("amount").decimalValue(),
                keys.text("currency", PolicyDocuments::currency)));
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "currency: '" + code + "' is not a currency of ISO 4217, such as EUR", e);
    }
  }

  private static Campaign campaign(Keys keys) {
    return new Campaign(
        keys.text("name", CampaignName::new), keys.textsByKey("subject"), keys.textsByKey("intro"));
  }

  private static Hold hold(Keys keys) {
    ZoneId zone = keys.maybeText("timeZone", PolicyDocuments::zone).orElse(ZoneOffset.UTC);
    return new Hold(
        keys.text("name", HoldName::new),
        keys.word("type", HoldPlaced.Kind.class),
        new Hold.Scope(keys.maybeText("holder"), keys.maybeText("application", ApplicationId::new)),
        keys.text("reason"),
        keys.text("owner"),
        keys.maybeText("until", text -> moment(text, zone)));
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "timeZone: '" + name + "' is not a time zone such as Europe/Berlin", e);
    }
  }

  /** A moment, or the end of a day in a time zone, however long that day is there. */
  private static Instant moment(String text, ZoneId zone) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "until: '"
              + text
              + "' is neither a day such as 2027-01-31 nor a moment such as"
              + " 2027-01-31T18:00:00Z",
          e);
    }
  }
}
