package dev.reclaim.consent.postgres;

import dev.reclaim.consent.Applications;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import java.util.Optional;
import javax.sql.DataSource;

/** Applications and campaigns, the newest version of each; kept from the policy. */
public final class PolicyTable implements Applications {

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
    return find("campaign", name.value(), CampaignDefined.class)
        .filter(campaign -> !campaign.retired());
  }

  private <T> Optional<T> find(String kind, String name, Class<T> type) {
    return sql.one(
        "SELECT body FROM policy WHERE kind = ? AND name = ?",
        row -> Sql.parse(row.getString("body"), type),
        kind,
        name);
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
