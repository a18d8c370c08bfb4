package dev.reclaim.consent.postgres;

import dev.reclaim.consent.Applications;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.PolicyEvent.HoldLifted;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PolicyEvent.RuleDefined;
import dev.reclaim.events.RuleName;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Applications, campaigns, rules and holds, the newest version of each; kept from the policy. */
public final class PolicyTable implements Applications {

  private static final Duration USUAL_REST = Duration.ofDays(90);
  private static final Pattern WEEKS = Pattern.compile("P(\\d{1,4})W");

  private final Sql sql;

  public PolicyTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public Optional<ApplicationDefined> find(ApplicationId application) {
    return find("application", application.value(), ApplicationDefined.class);
  }

  @Override
  public Optional<CampaignDefined> campaign(CampaignName name) {
    return find("campaign", name.value(), CampaignDefined.class);
  }

  private <T> Optional<T> find(String kind, String name, Class<T> type) {
    return sql.one(
        "SELECT body FROM policy WHERE kind = ? AND name = ?",
        row -> Sql.parse(row.getString("body"), type),
        kind,
        name);
  }

  @Override
  public Duration restUnder(RuleName rule) {
    return find("rule", rule.value(), RuleDefined.class)
        .map(it -> it.definition().get("rest"))
        .flatMap(rest -> length(rest.toString()))
        .orElse(USUAL_REST);
  }

  /** As rule-evaluator reads it: ISO 8601, with weeks. */
  private static Optional<Duration> length(String text) {
    try {
      Matcher weeks = WEEKS.matcher(text);
      return Optional.of(
          weeks.matches()
              ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1)))
              : Duration.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<HoldPlaced> holdsOn(Holder holder, ApplicationId application) {
    return sql.list(
        """
        SELECT body FROM policy WHERE kind = 'hold'
          AND (body->>'application' IS NULL OR body->>'application' = ?)
          AND (body->>'holder' IS NULL OR lower(body->>'holder') = ANY (?))
        """,
        row -> Sql.parse(row.getString("body"), HoldPlaced.class),
        application.value(),
        Stream.concat(
                Stream.of(holder.id().value()),
                holder.identifiers().stream().map(Identifier::normalised))
            .toArray(String[]::new));
  }

  @Override
  public Optional<HoldPlaced> hold(HoldName name) {
    return find("hold", name.value(), HoldPlaced.class);
  }

  @Override
  public void put(HoldPlaced hold) {
    put("hold", hold.hold().value(), hold.version(), hold);
  }

  @Override
  public void remove(HoldLifted lifted) {
    sql.change(
        "DELETE FROM policy WHERE kind = 'hold' AND name = ? AND version <= ?",
        lifted.hold().value(),
        lifted.version());
  }

  @Override
  public void put(RuleDefined rule) {
    put("rule", rule.rule().value(), rule.version(), rule);
  }

  @Override
  public void put(ApplicationDefined application) {
    put("application", application.application().value(), application.version(), application);
  }

  @Override
  public void put(CampaignDefined campaign) {
    put("campaign", campaign.campaign().value(), campaign.version(), campaign);
  }

  private void put(String kind, String name, int version, Object body) {
    sql.change(
        """
        INSERT INTO policy (kind, name, version, body) VALUES (?, ?, ?, ?::jsonb)
        ON CONFLICT (kind, name) DO UPDATE SET version = excluded.version, body = excluded.body
        WHERE policy.version <= excluded.version
        """,
        kind,
        name,
        version,
        Sql.json(body));
  }
}
