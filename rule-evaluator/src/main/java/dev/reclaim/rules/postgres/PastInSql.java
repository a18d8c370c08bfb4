package dev.reclaim.rules.postgres;

import java.time.Instant;
import java.util.List;

/**
 * The facts as they were at a moment, as tables of a statement that have the names of the tables of
 * now and stand before them: whatever is written for now reads them instead.
 *
 * <p>What no history is kept of is as it is now: groups, cost centre, location, identifiers, and
 * the terms of applications. There are no candidates in this past, since the question is what the
 * rule would have found by itself.
 */
final class PastInSql {

  private final Instant moment;

  PastInSql(Instant moment) {
    this.moment = moment;
  }

  Fragment tables() {
    return Fragment.joined(
        ",\n", List.of(seat(), holder(), sourceHealth(), NO_CANDIDATE, hold(), SEAT_HOLD));
  }

  /**
   * A seat is there from its day of assignment on, or where nobody named one, from its sighting.
   */
  private Fragment seat() {
    return Fragment.of(
        """
        seat_then AS NOT MATERIALIZED (
          SELECT *, least(first_seen, assigned_then) AS begins FROM (
            SELECT *, CASE WHEN gone_at IS NULL OR gone_at > ?::timestamptz
                OR assigned_said_at > gone_at THEN assigned_at END AS assigned_then
            FROM public.seat) s),
        seat AS NOT MATERIALIZED (
          SELECT id, holder, application, tier, account, via, via_group_key,
            CASE WHEN assigned_at <= ?::timestamptz THEN assigned_at END AS assigned_at,
            assigned_said_at, first_seen, last_seen,
            CASE WHEN gone_at <= ?::timestamptz THEN gone_at END AS gone_at,
            CASE WHEN restored_at <= ?::timestamptz THEN restored_at END AS restored_at,
            CASE WHEN kept_at <= ?::timestamptz THEN kept_at END AS kept_at
          FROM seat_then WHERE begins <= ?::timestamptz
          UNION ALL
          SELECT s.id, s.holder, s.application, s.tier, s.account, s.via, s.via_group_key,
            b.assigned_at, b.gone_at, b.first_seen, b.gone_at, NULL, NULL, NULL
          FROM seat_before b JOIN seat_then s ON s.id = b.seat
          WHERE least(b.first_seen, b.assigned_at) <= ?::timestamptz
            AND b.gone_at > ?::timestamptz AND s.begins > ?::timestamptz)""",
        moment,
        moment,
        moment,
        moment,
        moment,
        moment,
        moment,
        moment,
        moment);
  }

  /** Of whom HR had said nothing yet, nothing is known. */
  private Fragment holder() {
    return Fragment.of(
        """
        holder AS NOT MATERIALIZED (
          SELECT h.id, h.name, h.kind, h.time_zone, h.working_days, h.started_at,
            h.contract_ends_at, h.cost_centre, h.cost_centre_key, h.location, h.location_key,
            h.groups, h.group_keys, h.department_known_since, h.as_of, h.said_at,
            b.status, b.since,
            said.account_enabled, said.in_roster,
            CASE WHEN h.moved_at > ?::timestamptz THEN h.moved_from ELSE h.department END
              AS department,
            CASE WHEN h.moved_at > ?::timestamptz THEN lower(trim(h.moved_from))
              ELSE h.department_key END AS department_key,
            CASE WHEN h.moved_at <= ?::timestamptz THEN h.moved_from END AS moved_from,
            CASE WHEN h.moved_at <= ?::timestamptz THEN h.moved_to END AS moved_to,
            CASE WHEN h.moved_at <= ?::timestamptz THEN h.moved_at END AS moved_at
          FROM public.holder h
          JOIN LATERAL (
            SELECT x.status, x.since FROM holder_said x
            WHERE x.holder = h.id AND x.since <= ?::timestamptz
            ORDER BY x.since DESC, x.as_of DESC LIMIT 1) b ON true
          LEFT JOIN LATERAL (
            SELECT x.account_enabled, x.in_roster FROM holder_said x
            WHERE x.holder = h.id AND x.as_of <= ?::timestamptz
            ORDER BY x.as_of DESC LIMIT 1) said ON true)""",
        moment,
        moment,
        moment,
        moment,
        moment,
        moment,
        moment);
  }

  /** A source without a gap since then was fresh all the time until its newest record. */
  private Fragment sourceHealth() {
    return Fragment.of(
        """
        source_health AS NOT MATERIALIZED (
          SELECT source, application, coverage_from,
            least(last_record_at, ?::timestamptz) AS last_record_at, said_at,
            CASE WHEN believed_from <= now() THEN 'epoch' ELSE believed_from END AS believed_from,
            sees
          FROM public.source_health WHERE coverage_from <= ?::timestamptz)""",
        moment,
        moment);
  }

  private static final Fragment NO_CANDIDATE =
      Fragment.of("candidate AS NOT MATERIALIZED (SELECT * FROM public.candidate WHERE false)");

  private Fragment hold() {
    return Fragment.of(
        """
        hold AS NOT MATERIALIZED (
          SELECT name, holder, application, until FROM hold_time
          WHERE placed_at <= ?::timestamptz AND (lifted_at > ?::timestamptz) IS NOT FALSE)""",
        moment,
        moment);
  }

  /** As the view of the same name, over these tables. */
  private static final Fragment SEAT_HOLD =
      Fragment.of(
          """
          seat_hold AS NOT MATERIALIZED (
            SELECT s.id AS seat, h.name AS hold, h.until, s.holder
            FROM hold h JOIN seat s ON (h.application IS NULL OR h.application = s.application)
              AND (h.holder IS NULL OR h.holder IN (s.holder, lower(s.account))
                OR EXISTS (SELECT FROM holder_identifier i
                  WHERE i.holder = s.holder AND i.identifier = h.holder)))""");
}
