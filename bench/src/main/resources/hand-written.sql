-- The ten rules of the bench as somebody would write them who knows the tables, the rules and
-- PostgreSQL: what several rules need is worked out once, each rule asks for nothing more than it
-- needs, and nothing is general.

-- Where windows begin by the clock of each holder: stretched for part-timers, and by leaves.
CREATE TEMP TABLE person ON COMMIT DROP AS
SELECT id, status, since, time_zone, kind, in_roster, started_at, contract_ends_at, group_keys,
  (status = 'ON_LEAVE' AND since <= $as_of) AS away, s30, s60, s90,
  (date_trunc('day', s30 AT TIME ZONE time_zone) AT TIME ZONE time_zone AT TIME ZONE 'UTC')::date AS d30,
  (date_trunc('day', s60 AT TIME ZONE time_zone) AT TIME ZONE time_zone AT TIME ZONE 'UTC')::date AS d60,
  (date_trunc('day', s90 AT TIME ZONE time_zone) AT TIME ZONE time_zone AT TIME ZONE 'UTC')::date AS d90
FROM (
  SELECT h.*,
    b30 - coalesce(sum(l.len) FILTER (WHERE l.until > b30 - l.newer) OVER w, interval '0') AS s30,
    b60 - coalesce(sum(l.len) FILTER (WHERE l.until > b60 - l.newer) OVER w, interval '0') AS s60,
    b90 - coalesce(sum(l.len) FILTER (WHERE l.until > b90 - l.newer) OVER w, interval '0') AS s90,
    row_number() OVER w AS n
  FROM (
    SELECT *, $as_of - 30 * part AS b30, $as_of - 60 * part AS b60, $as_of - 90 * part AS b90
    FROM (
      SELECT *, CASE WHEN cardinality(working_days) BETWEEN 1 AND 4
        THEN interval '120 hours' / cardinality(working_days) ELSE interval '24 hours' END AS part
      FROM holder) h) h
  LEFT JOIN (
    SELECT holder, least(ends, $as_of) AS until,
      make_interval(secs => extract(epoch FROM least(ends, $as_of) - begins)::float8) AS len,
      coalesce(sum(make_interval(secs => extract(epoch FROM least(ends, $as_of) - begins)::float8))
        OVER (PARTITION BY holder ORDER BY begins DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), interval '0') AS newer
    FROM holder_leave WHERE begins < $as_of) l ON l.holder = h.id
  WINDOW w AS (PARTITION BY h.id)) h
WHERE n = 1;
ANALYZE person;

-- Use of all that anybody uses, added up once.
CREATE TEMP TABLE used ON COMMIT DROP AS
SELECT u.holder, u.application, max(u.last_use) AS last, max(u.day) AS last_day,
  sum(u.seconds) FILTER (WHERE u.day >= p.d90) AS seconds90,
  bool_or(u.unmeasured > 0) FILTER (WHERE u.day >= p.d90) AS unmeasured90,
  count(*) FILTER (WHERE u.day >= p.d60) AS days60,
  sum(u.seconds) FILTER (WHERE u.day >= p.d60) AS seconds60
FROM usage_day u JOIN person p ON p.id = u.holder
WHERE u.opens > 0 AND u.day <= $as_of::date
GROUP BY u.holder, u.application;
ANALYZE used;

-- Seats that may be touched at all, with all that is known of their use.
CREATE TEMP TABLE open_seat ON COMMIT DROP AS
SELECT s.id, s.holder, s.application, s.tier, s.via_group_key, s.since, s.first_seen_only, u.last, u.last_day,
  u.seconds90, u.unmeasured90, u.days60, u.seconds60, c.covered, c.measured,
  CASE WHEN l.app <> s.application THEN l.last[1] ELSE l.last[2] END AS elsewhere
FROM (
  SELECT *, CASE WHEN restored_at >= given THEN restored_at ELSE given END AS since,
    assigned IS NULL AND (restored_at >= given) IS NOT TRUE AS first_seen_only
  FROM (
    SELECT *, coalesce(assigned, first_seen) AS given FROM (
      SELECT *, CASE WHEN gone_at IS NULL OR assigned_said_at > gone_at THEN assigned_at END AS assigned
      FROM seat WHERE gone_at IS NULL OR last_seen > gone_at) s) s) s
LEFT JOIN person p ON p.id = s.holder
LEFT JOIN used u ON u.holder = s.holder AND u.application = s.application
LEFT JOIN (
  SELECT holder, (array_agg(application ORDER BY last DESC))[1] AS app,
    (array_agg(last ORDER BY last DESC))[1:2] AS last
  FROM used GROUP BY holder) l ON l.holder = s.holder
LEFT JOIN (
  SELECT application, min(coverage_from) AS covered,
    min(coverage_from) FILTER (WHERE sees = 'ACTIVITY') AS measured
  FROM source_health
  WHERE believed_from <= $as_of AND last_record_at >= $as_of - interval '48 hours'
  GROUP BY application) c ON c.application = s.application
WHERE p.away IS NOT TRUE
  AND NOT EXISTS (
    SELECT FROM seat_hold h WHERE h.seat = s.id AND (h.until IS NULL OR h.until > $as_of))
  AND NOT EXISTS (
    SELECT FROM candidate c WHERE c.seat = s.id AND c.state = 'closed' AND c.how = 'COMPLETE'
      AND (s.gone_at IS NULL OR s.gone_at < c.as_of));
ANALYZE open_seat;

-- Rule by rule. A seat rests for 90 days after it was kept or used, and is not proposed twice.
CREATE TEMP TABLE busy ON COMMIT DROP AS
SELECT seat, rule FROM candidate
WHERE state IN ('open', 'approved')
  OR (ended_at > $as_of - interval '2160 hours'
    AND (state, how) IN (('closed', 'SKIPPED'), ('closed', 'CANCELED'), ('withdrawn', 'USED')));
ANALYZE busy;

CREATE TEMP TABLE hand_found (seat text, rule text) ON COMMIT DROP;

INSERT INTO hand_found
SELECT s.id, 'idle-90-days' FROM open_seat s LEFT JOIN person p ON p.id = s.holder
WHERE coalesce(s.seconds90, 0) < 300 AND (s.unmeasured90 IS NOT TRUE OR s.measured <= p.s90)
  AND s.since <= p.s90 AND s.covered <= p.s90 AND s.elsewhere >= $as_of - interval '720 hours'
  AND NOT EXISTS (SELECT FROM busy b WHERE b.seat = s.id AND b.rule = 'idle-90-days')
ORDER BY s.last NULLS FIRST, s.since, s.id LIMIT 5000;

INSERT INTO hand_found
SELECT s.id, 'idle-60-days-direct' FROM open_seat s LEFT JOIN person p ON p.id = s.holder
WHERE (s.last_day < p.d60 OR s.last_day IS NULL) AND s.since <= p.s60 AND s.covered <= p.s60
  AND s.via_group_key IS NULL AND s.since <= $as_of - interval '1440 hours'
  AND s.elsewhere >= $as_of - interval '720 hours'
  AND NOT EXISTS (SELECT FROM busy b WHERE b.seat = s.id AND b.rule = 'idle-60-days-direct')
ORDER BY s.last NULLS FIRST, s.since, s.id LIMIT 5000;

INSERT INTO hand_found
SELECT s.id, 'idle-30-days-sso' FROM open_seat s LEFT JOIN person p ON p.id = s.holder
WHERE s.application IN ('app-00', 'app-01', 'app-02', 'app-03', 'app-04', 'app-05', 'app-06', 'app-07')
  AND (s.last_day < p.d30 OR s.last_day IS NULL) AND s.since <= p.s30 AND s.covered <= p.s30
  AND s.via_group_key IS NOT NULL AND s.elsewhere >= $as_of - interval '720 hours'
  AND NOT EXISTS (SELECT FROM busy b WHERE b.seat = s.id AND b.rule = 'idle-30-days-sso')
ORDER BY s.last NULLS FIRST, s.since, s.id LIMIT 5000;

INSERT INTO hand_found
SELECT s.id, 'never-used' FROM open_seat s JOIN person p ON p.id = s.holder
WHERE (s.last IS NULL OR (s.last < s.since AND NOT s.first_seen_only)) AND s.covered <= s.since
  AND s.since <= $as_of - interval '720 hours' AND p.started_at <= $as_of - interval '720 hours'
  AND NOT EXISTS (SELECT FROM busy b WHERE b.seat = s.id AND b.rule = 'never-used')
ORDER BY s.last NULLS FIRST, s.since, s.id LIMIT 5000;

INSERT INTO hand_found
SELECT s.id, 'leaver-last-day' FROM open_seat s JOIN person p ON p.id = s.holder
WHERE p.status = 'LEFT'
  AND ((p.since AT TIME ZONE p.time_zone)::date + time '18:00') AT TIME ZONE p.time_zone <= $as_of
  AND NOT EXISTS (SELECT FROM busy b WHERE b.seat = s.id AND b.rule = 'leaver-last-day');

INSERT INTO hand_found
SELECT s.id, 'not-in-hr' FROM open_seat s LEFT JOIN person p ON p.id = s.holder
WHERE (NOT p.in_roster OR starts_with(s.holder, 'acc-'))
  AND NOT EXISTS (SELECT FROM busy b WHERE b.seat = s.id AND b.rule = 'not-in-hr');

INSERT INTO hand_found
SELECT s.id, 'contractor-ended' FROM open_seat s JOIN person p ON p.id = s.holder
WHERE p.contract_ends_at <= $as_of AND p.kind = 'PERSON'
  AND NOT EXISTS (SELECT FROM busy b WHERE b.seat = s.id AND b.rule = 'contractor-ended');

INSERT INTO hand_found
SELECT s.id, 'downgrade' FROM open_seat s LEFT JOIN person p ON p.id = s.holder
LEFT JOIN (
  SELECT u.holder, u.application, bool_or(u.features IS NULL OR NOT u.features <@ '{view}') AS more
  FROM usage_day u JOIN person p ON p.id = u.holder
  WHERE u.application IN ('app-08', 'app-09', 'app-10', 'app-11') AND u.opens > 0
    AND u.day BETWEEN p.d60 AND $as_of::date
  GROUP BY u.holder, u.application) f ON f.holder = s.holder AND f.application = s.application
WHERE s.application IN ('app-08', 'app-09', 'app-10', 'app-11') AND s.tier = 'pro'
  AND f.more IS NOT TRUE AND s.since <= p.s60 AND s.covered <= p.s60
  AND NOT EXISTS (SELECT FROM busy b WHERE b.seat = s.id AND b.rule = 'downgrade')
ORDER BY s.last NULLS FIRST, s.since, s.id LIMIT 5000;

INSERT INTO hand_found
SELECT s.id, 'overlap' FROM open_seat s LEFT JOIN person p ON p.id = s.holder
JOIN seat o ON o.holder = s.holder AND o.application IN ('app-12', 'app-13')
  AND o.application <> s.application AND (o.gone_at IS NULL OR o.last_seen > o.gone_at)
LEFT JOIN used u ON u.holder = o.holder AND u.application = o.application
WHERE s.application IN ('app-12', 'app-13') AND s.since <= p.s60 AND s.covered <= p.s60
  AND ((coalesce(u.days60, 0), coalesce(u.seconds60, 0))
      > (coalesce(s.days60, 0), coalesce(s.seconds60, 0))
    OR (coalesce(u.days60, 0), coalesce(u.seconds60, 0))
      = (coalesce(s.days60, 0), coalesce(s.seconds60, 0)) AND s.id > o.id)
  AND NOT EXISTS (SELECT FROM busy b WHERE b.seat = s.id AND b.rule = 'overlap');

INSERT INTO hand_found
SELECT s.id, 'restricted-software' FROM open_seat s JOIN person p ON p.id = s.holder
WHERE s.application = 'app-14' AND cardinality(p.group_keys) > 0
  AND NOT p.group_keys && '{cn=approved}'
  AND NOT EXISTS (SELECT FROM busy b WHERE b.seat = s.id AND b.rule = 'restricted-software');
