package dev.reclaim.revocation.postgres;

import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.HoldLifted;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PolicyEvent.RuleDefined;
import dev.reclaim.revocation.HearsPolicy;
import java.util.Map;
import java.util.TreeMap;

/** What the policy says, as rows. */
public final class PostgresPolicy implements HearsPolicy {

  private final Statements sql;

  public PostgresPolicy(Statements sql) {
    this.sql = sql;
  }

  @Override
  public void applicationDefined(ApplicationDefined event) {
    sql.update(
        """
        INSERT INTO application AS known
          (id, version, title, connection, entitlement, action, lower_entitlement, entitlements,
           restorable_days)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
        ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, title = EXCLUDED.title,
          connection = EXCLUDED.connection, entitlement = EXCLUDED.entitlement,
          action = EXCLUDED.action, lower_entitlement = EXCLUDED.lower_entitlement,
          entitlements = EXCLUDED.entitlements, restorable_days = EXCLUDED.restorable_days
        WHERE known.version <= EXCLUDED.version
        """,
        event.application(),
        event.version(),
        event.title(),
        event.seats().map(source -> source.connection()),
        event.seats().map(source -> source.entitlement()),
        event.seats().flatMap(source -> source.action()).map(Enum::name),
        event.seats().flatMap(source -> source.lowerEntitlement()),
        StatesAsJson.write(entitlements(event)),
        event.restorableDays());
    sql.update(
        """
        UPDATE revocation r SET connection = coalesce(a.connection, '') FROM application a
        WHERE a.id = ? AND r.application = a.id AND r.connection <> coalesce(a.connection, '')
          AND r.next_attempt_at IS NOT NULL
        """,
        event.application());
  }

  private static Map<String, String> entitlements(ApplicationDefined event) {
    Map<String, String> byTier = new TreeMap<>();
    event
        .tiers()
        .forEach(tier -> tier.entitlement().ifPresent(gives -> byTier.put(tier.name(), gives)));
    return byTier;
  }

  @Override
  public void ruleDefined(RuleDefined event) {
    event
        .by()
        .ifPresent(
            author ->
                sql.update(
                    """
                    INSERT INTO rule_author (rule, version, login) VALUES (?, ?, ?)
                    ON CONFLICT (rule, version) DO NOTHING
                    """,
                    event.rule(),
                    event.version(),
                    author.id()));
  }

  @Override
  public void holdPlaced(HoldPlaced event) {
    sql.update(
        """
        INSERT INTO hold AS known (name, version, kind, holder, application, reason, owner, until, lifted)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, false)
        ON CONFLICT (name) DO UPDATE SET version = EXCLUDED.version, kind = EXCLUDED.kind,
          holder = EXCLUDED.holder, application = EXCLUDED.application, reason = EXCLUDED.reason,
          owner = EXCLUDED.owner, until = EXCLUDED.until, lifted = false
        WHERE known.version <= EXCLUDED.version
        """,
        event.hold(),
        event.version(),
        event.kind(),
        event.holder().map(Identifier::normalise),
        event.application(),
        event.reason(),
        event.owner(),
        event.until());
  }

  @Override
  public void holdLifted(HoldLifted event) {
    sql.update(
        """
        INSERT INTO hold AS known (name, version, lifted) VALUES (?, ?, true)
        ON CONFLICT (name) DO UPDATE SET version = EXCLUDED.version, lifted = true
        WHERE known.version <= EXCLUDED.version
        """,
        event.hold(),
        event.version());
  }
}
