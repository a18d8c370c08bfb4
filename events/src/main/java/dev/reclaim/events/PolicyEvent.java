package dev.reclaim.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the organisation has decided. Keyed by kind and name, so that compaction keeps the newest of
 * each.
 */
public sealed interface PolicyEvent extends Event {

  /**
   * An application is paid for by seat.
   *
   * @param version grows with every change
   * @param aliases the names by which sources know it, besides its id and title
   * @param restricted nobody should have it without a reason; it is taken back without a question
   * @param owner any identifier of the person who answers for it
   * @param pricePerMonth for one seat of the only or highest tier
   * @param tiers from the highest to the lowest; empty where there is only one
   * @param seats where its seats are seen and taken back; empty when only a person can
   * @param loss what the holder loses, as a sentence in English to the holder; empty for the usual
   *     words in the reader's language
   * @param restorableDays how long a seat can be given back
   * @param retired nobody looks after it any more
   */
  @EventType("reclaim.application-defined.v1")
  record ApplicationDefined(
      ApplicationId application,
      int version,
      String title,
      List<Alias> aliases,
      Optional<String> owner,
      Optional<Money> pricePerMonth,
      List<Tier> tiers,
      boolean restricted,
      Optional<SeatSource> seats,
      String loss,
      int restorableDays,
      boolean retired)
      implements PolicyEvent {

    public ApplicationDefined {
      Require.present("application", application);
      Ids.requireText("title", title);
      aliases = List.copyOf(aliases);
      tiers = List.copyOf(tiers);
      Require.between("restorableDays", restorableDays, 0, 365);
    }

    @Override
    public String key() {
      return "application/" + application.value();
    }
  }

  /**
   * An edition of an application.
   *
   * @param entitlement what gives it in the outside system, where that differs between tiers
   */
  record Tier(String name, Optional<Money> pricePerMonth, Optional<String> entitlement) {

    public Tier {
      Ids.requireText("tiers.name", name);
    }
  }

  /**
   * A name by which a source knows an application.
   *
   * @param source the only source that means it by this name; empty for every source
   */
  record Alias(String name, Optional<SourceName> source) {

    public Alias {
      Ids.requireText("aliases.name", name);
    }

    public static Alias everywhere(String name) {
      return new Alias(name, Optional.empty());
    }
  }

  /**
   * Where seats are given, and how one is taken back.
   *
   * @param connection the configured connection to the outside system
   * @param entitlement what gives the seat there: a group's distinguished name, the id of a licence
   *     or of an application; {@link #WHOLE_ACCOUNT} where having an account is having the seat
   * @param action how a seat is freed; empty for the mildest way that the connector knows
   * @param lowerEntitlement what a downgrade leaves in its place
   */
  record SeatSource(
      ConnectionName connection,
      String entitlement,
      Optional<SeatAction> action,
      Optional<String> lowerEntitlement) {

    public static final String WHOLE_ACCOUNT = "account";

    public SeatSource {
      Require.present("seats.connection", connection);
      Ids.requireText("seats.entitlement", entitlement);
      if (action.equals(Optional.of(SeatAction.DOWNGRADE)) && lowerEntitlement.isEmpty()) {
        throw new IllegalArgumentException(
            "seats.lowerEntitlement: is missing; a downgrade needs to know what is left");
      }
    }

    public SeatSource(ConnectionName connection, String entitlement) {
      this(connection, entitlement, Optional.empty(), Optional.empty());
    }
  }

  /** How a seat is freed, from the mildest way to the hardest. */
  enum SeatAction {
    /** A cheaper one takes its place. */
    DOWNGRADE,
    /** The licence or membership is taken; the account stays. */
    UNASSIGN,
    /** The account rests, and can be woken as it was. */
    SUSPEND,
    /** The account is switched off. */
    DISABLE,
    /** The account is removed. */
    DELETE
  }

  /**
   * A reclamation rule.
   *
   * @param definition the rule as it was written, as JSON; its schema is the rule-evaluator's
   * @param by who saved this version; empty in events from before this was said
   */
  @EventType("reclaim.rule-defined.v1")
  record RuleDefined(
      RuleName rule,
      int version,
      String title,
      Map<String, Object> definition,
      Optional<Actor> by,
      boolean retired)
      implements PolicyEvent {

    public RuleDefined {
      Require.present("rule", rule);
    }

    public RuleDefined(
        RuleName rule, int version, String title, Map<String, Object> definition, boolean retired) {
      this(rule, version, title, definition, Optional.empty(), retired);
    }

    @Override
    public String key() {
      return "rule/" + rule.value();
    }
  }

  /**
   * The texts with which holders are asked.
   *
   * @param subject by language tag
   * @param intro by language tag
   * @param plan how it asks; empty for the usual way
   */
  @EventType("reclaim.campaign-defined.v1")
  record CampaignDefined(
      CampaignName campaign,
      int version,
      Map<String, String> subject,
      Map<String, String> intro,
      Optional<CampaignPlan> plan,
      boolean retired)
      implements PolicyEvent {

    public CampaignDefined {
      Require.present("campaign", campaign);
    }

    public CampaignDefined(
        CampaignName campaign,
        int version,
        Map<String, String> subject,
        Map<String, String> intro,
        boolean retired) {
      this(campaign, version, subject, intro, Optional.empty(), retired);
    }

    @Override
    public String key() {
      return "campaign/" + campaign.value();
    }
  }

  /**
   * Seats of a holder, of an application, or of a holder in an application must not be touched.
   *
   * @param until when it ends by itself; empty for a legal hold
   * @param owner who asked for it
   */
  @EventType("reclaim.hold-placed.v1")
  record HoldPlaced(
      HoldName hold,
      int version,
      Kind kind,
      Optional<String> holder,
      Optional<ApplicationId> application,
      String reason,
      String owner,
      Optional<Instant> until)
      implements PolicyEvent {

    /** Why seats may not be touched. */
    public enum Kind {
      LEGAL,
      LEAVE,
      SHARED_ACCOUNT,
      REGULATED_SYSTEM,
      CONTRACT_RETENTION,
      PROTECTED_ACCOUNT
    }

    public HoldPlaced {
      Require.present("hold", hold);
      Require.present("kind", kind);
      Ids.requireText("reason", reason);
      Ids.requireText("owner", owner);
      if (holder.isEmpty() && application.isEmpty()) {
        throw new IllegalArgumentException("holder: is missing, and so is application");
      }
      if (until.isEmpty() && kind != Kind.LEGAL) {
        throw new IllegalArgumentException("until: is missing; only a legal hold has no end");
      }
    }

    @Override
    public String key() {
      return "hold/" + hold.value();
    }
  }

  /** A hold ended before its time. */
  @EventType("reclaim.hold-lifted.v1")
  record HoldLifted(HoldName hold, int version) implements PolicyEvent {

    public HoldLifted {
      Require.present("hold", hold);
    }

    @Override
    public String key() {
      return "hold/" + hold.value();
    }
  }
}
