-- Candidates, and what is said of them: word for word what the service says, by sentences that
-- know these ten rules and nothing else. What is written knows that there is one source, one tier
-- to go down to, and that no seat is gone.

CREATE FUNCTION pg_temp.instant(t timestamptz) RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') $$;
CREATE FUNCTION pg_temp.day(t timestamptz) RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT (t AT TIME ZONE 'UTC')::date::text $$;
CREATE FUNCTION pg_temp.duration(s bigint) RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT CASE WHEN s = 0 THEN 'PT0S' ELSE concat('PT', nullif(s / 3600, 0) || 'H',
    nullif(s % 3600 / 60, 0) || 'M', nullif(s % 60, 0) || 'S') END $$;
CREATE FUNCTION pg_temp.words(s bigint) RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT CASE WHEN s = 0 THEN 'no time' ELSE concat_ws(' ',
    nullif(s / 60, 0) || CASE s / 60 WHEN 1 THEN ' minute' ELSE ' minutes' END,
    nullif(s % 60, 0) || CASE s % 60 WHEN 1 THEN ' second' ELSE ' seconds' END) END $$;
CREATE FUNCTION pg_temp.span(days int, start timestamptz, zone text) RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT 'the last ' || days || ' days' || CASE WHEN start = $as_of - days * interval '24 hours'
    THEN '' ELSE ' at work, which is since ' || (start AT TIME ZONE zone)::date END $$;
CREATE FUNCTION pg_temp.reason(code text, sentence text) RETURNS jsonb LANGUAGE sql STABLE AS
  $$ SELECT jsonb_build_object('code', code, 'sentence', sentence) $$;
CREATE FUNCTION pg_temp.headers(type text, holder text) RETURNS jsonb LANGUAGE sql VOLATILE AS
  $$ SELECT jsonb_build_object('ce_id', gen_random_uuid(), 'ce_time', pg_temp.instant($as_of),
    'ce_type', type, 'ce_source', 'rule-evaluator', 'content-type', 'application/json',
    'ce_dataschema', 'https://reclaim.dev/schemas/' || type || '.json', 'ce_specversion', '1.0',
    'ce_partitionkey', holder) $$;

-- How far back each rule looks, and what else is the same for all that it finds.
CREATE TEMP TABLE rule ON COMMIT DROP AS
SELECT name, days, use_cancels, jsonb_build_object('mode', 'ENFORCE',
  'asking', '{"ask": "HOLDER", "answerWithin": {"length": "PT336H", "counting": "CALENDAR"}, "silence": "KEEP"}'::jsonb,
  'approval', 'ON_KEEP',
  'taking', CASE name WHEN 'downgrade'
    THEN '{"order": "SEAT_ONLY", "action": "DOWNGRADE", "toTier": "basic"}'::jsonb
    ELSE '{"order": "SEAT_ONLY"}' END,
  'useCancels', use_cancels) AS handling
FROM (VALUES ('idle-90-days', 90, true), ('idle-60-days-direct', 60, true),
  ('idle-30-days-sso', 30, true), ('never-used', 90, true), ('leaver-last-day', 90, false),
  ('not-in-hr', 90, false), ('contractor-ended', 90, false), ('downgrade', 60, false),
  ('overlap', 60, false), ('restricted-software', 90, false)) r (name, days, use_cancels);

CREATE FUNCTION pg_temp.evidence(days int, last timestamptz, last_day date, first_day date,
  seconds numeric, start timestamptz, covered timestamptz) RETURNS jsonb LANGUAGE sql STABLE AS
$$ SELECT CASE
  WHEN last_day >= first_day THEN jsonb_build_object('kind', 'used', 'last', pg_temp.instant(last),
    'measured', pg_temp.duration(seconds::bigint), 'window', 'PT' || days * 24 || 'H',
    'sources', '["agent"]'::jsonb)
  WHEN covered <= start THEN jsonb_build_object('kind', 'not-used-since',
    'since', pg_temp.instant(greatest(covered, last)), 'coverageFrom', pg_temp.instant(covered))
  ELSE jsonb_build_object('kind', 'unknown', 'why', 'No source covers this application without a gap since '
    || pg_temp.day(start) || '; the best one does since ' || pg_temp.day(covered) || '.') END $$;

CREATE TEMP TABLE new ON COMMIT DROP AS
SELECT f.seat, f.rule, e.episode, 'cand-' || left(encode(sha256(convert_to(concat(
  octet_length(f.seat), ':', f.seat, octet_length(f.rule), ':', f.rule,
  length(e.episode::text), ':', e.episode), 'UTF8')), 'hex'), 32) AS id
FROM hand_found f
LEFT JOIN (SELECT seat, rule, count(*)::int AS episodes FROM candidate GROUP BY seat, rule) b
  ON b.seat = f.seat AND b.rule = f.rule
CROSS JOIN LATERAL (SELECT coalesce(b.episodes, 0) AS episode) e;
ANALYZE new;

-- Whoever is judged is locked, as whoever changes what is known of a seat does.
SELECT count(*) FROM (
  SELECT id FROM seat WHERE id IN (SELECT seat FROM new
    UNION ALL SELECT seat FROM candidate WHERE state IN ('open', 'approved')) FOR UPDATE) locked;

INSERT INTO candidate (id, seat, rule, rule_version, episode, as_of, use_cancels, state)
SELECT n.id, n.seat, n.rule, 1, n.episode, $as_of, r.use_cancels, 'open'
FROM new n JOIN rule r ON r.name = n.rule;

INSERT INTO outbox (topic, key, headers, value)
SELECT 'reclaim.candidates', s.holder,
  pg_temp.headers('reclaim.candidate-found.v1', s.holder),
  convert_to(jsonb_build_object('candidate', n.id,
    'seat', jsonb_build_object('id', s.id, 'holder', s.holder, 'application', s.application,
      'tier', s.tier, 'account', s.account, 'via', s.via),
    'rule', n.rule, 'ruleVersion', 1, 'episode', n.episode,
    'reasons', CASE n.rule
      WHEN 'idle-90-days' THEN jsonb_build_array(
        pg_temp.reason('usedLessThan', CASE WHEN o.last_day >= p.d90 THEN 'Used for '
          || pg_temp.words(o.seconds90::bigint) || ' in ' || pg_temp.span(90, p.s90, p.time_zone)
          || ', less than 5 minutes; last on ' || pg_temp.day(o.last) || '.' ELSE w.idle END),
        pg_temp.reason('presentElsewhere', w.elsewhere))
      WHEN 'idle-60-days-direct' THEN jsonb_build_array(
        pg_temp.reason('unusedFor', w.idle),
        pg_temp.reason('not.inheritedSeat', 'The seat was assigned directly.'),
        pg_temp.reason('seatOlderThan', w.since),
        pg_temp.reason('presentElsewhere', w.elsewhere))
      WHEN 'idle-30-days-sso' THEN jsonb_build_array(
        pg_temp.reason('unusedFor', w.idle),
        pg_temp.reason('inheritedSeat', 'The seat comes from the group ' || (s.via ->> 'group') || '.'),
        pg_temp.reason('presentElsewhere', w.elsewhere))
      WHEN 'never-used' THEN jsonb_build_array(
        pg_temp.reason('neverUsed', 'Never used. ' || w.since),
        pg_temp.reason('seatOlderThan', w.since),
        pg_temp.reason('employedFor',
          'The holder started on ' || (p.started_at AT TIME ZONE p.time_zone)::date || '.'))
      WHEN 'leaver-last-day' THEN jsonb_build_array(
        pg_temp.reason('holderLeft',
          'The holder left on ' || (p.since AT TIME ZONE p.time_zone)::date || ' at 18:00, HR says.'))
      WHEN 'not-in-hr' THEN jsonb_build_array(
        pg_temp.reason('notInRoster', 'The holder is not in the roster of HR.'))
      WHEN 'contractor-ended' THEN jsonb_build_array(
        pg_temp.reason('contractEnded', 'The holder''s contract ended on '
          || (p.contract_ends_at AT TIME ZONE p.time_zone)::date || '.'),
        pg_temp.reason('holderKind', 'The holder is a person.'))
      WHEN 'downgrade' THEN jsonb_build_array(
        pg_temp.reason('cheaperTierWouldDo', 'The tier basic would do; used in '
          || pg_temp.span(60, p.s60, p.time_zone) || ': '
          || CASE WHEN o.last_day >= p.d60 THEN 'view' ELSE 'nothing' END || '.'),
        pg_temp.reason('priceAbove', 'The seat costs 60 EUR in a month.'))
      WHEN 'overlap' THEN jsonb_build_array(
        pg_temp.reason('overlap', 'The holder has a seat of the same purpose too, and uses that more.'))
      ELSE jsonb_build_array(
        pg_temp.reason('restrictedSoftware', 'The application is restricted.'),
        pg_temp.reason('not.inGroup', 'The holder is in none of cn=approved.')) END,
    'evidence', pg_temp.evidence(r.days, o.last, o.last_day, w.first_day,
      CASE r.days WHEN 60 THEN o.seconds60 ELSE o.seconds90 END, w.start, o.covered),
    'handling', r.handling,
    'pricePerMonth', jsonb_build_object('amount',
      CASE s.tier WHEN 'pro' THEN 60 ELSE 5 + right(s.application, 2)::int END, 'currency', 'EUR'),
    'asOf', pg_temp.instant($as_of))::text, 'UTF8')
FROM new n
JOIN rule r ON r.name = n.rule
JOIN seat s ON s.id = n.seat
JOIN open_seat o ON o.id = n.seat
JOIN person p ON p.id = s.holder
CROSS JOIN LATERAL (SELECT
  CASE r.days WHEN 30 THEN p.d30 WHEN 60 THEN p.d60 ELSE p.d90 END AS first_day,
  CASE r.days WHEN 30 THEN p.s30 WHEN 60 THEN p.s60 ELSE p.s90 END AS start,
  coalesce('Not used since ' || pg_temp.day(o.last) || '.', 'Not used in ' || pg_temp.span(r.days,
    CASE r.days WHEN 30 THEN p.s30 WHEN 60 THEN p.s60 ELSE p.s90 END, p.time_zone) || '.') AS idle,
  'The seat was ' || CASE WHEN o.first_seen_only THEN 'first seen' ELSE 'assigned' END || ' on '
    || pg_temp.day(o.since) || '.' AS since,
  'The holder used other software on ' || pg_temp.day(o.elsewhere) || '.' AS elsewhere) w;

-- What was found before and does not hold any more. Why a condition does not hold, which the
-- service says in all its variants, is one sentence here.
CREATE TEMP TABLE lost ON COMMIT DROP AS
SELECT c.id, s.holder, h.hold, u.last,
  CASE WHEN h.hold IS NOT NULL THEN 'HOLD_PLACED'
    WHEN u.last > c.as_of THEN 'USED'
    -- A little use of what is not covered: nobody can tell any more whether it was all.
    WHEN u.last_day >= w.first_day AND (c.rule = 'idle-90-days' AND u.seconds90 < 300
      AND o.since <= p.s90 AND o.covered > p.s90
      AND (o.elsewhere < $as_of - interval '720 hours') IS NOT TRUE) IS NOT TRUE THEN 'USED'
    ELSE 'REASON_GONE' END AS cause,
  u.last > c.as_of AS used_since,
  pg_temp.evidence(r.days, u.last, u.last_day, w.first_day,
    CASE r.days WHEN 60 THEN u.seconds60 ELSE u.seconds90 END, w.start, v.covered) AS evidence
FROM candidate c
JOIN rule r ON r.name = c.rule
JOIN seat s ON s.id = c.seat
JOIN person p ON p.id = s.holder
LEFT JOIN open_seat o ON o.id = c.seat
LEFT JOIN used u ON u.holder = s.holder AND u.application = s.application
LEFT JOIN (SELECT application, min(coverage_from) AS covered FROM source_health GROUP BY application) v
  ON v.application = s.application
LEFT JOIN (SELECT seat, min(hold) AS hold FROM seat_hold WHERE until IS NULL OR until > $as_of GROUP BY seat) h
  ON h.seat = s.id
CROSS JOIN LATERAL (SELECT CASE r.days WHEN 60 THEN p.d60 ELSE p.d90 END AS first_day,
  CASE r.days WHEN 60 THEN p.s60 ELSE p.s90 END AS start) w
WHERE c.state IN ('open', 'approved') AND c.as_of < $as_of
  AND (o.id IS NULL OR u.last > c.as_of
    OR CASE c.rule WHEN 'idle-90-days'
      THEN coalesce(o.seconds90, 0) < 300 AND (o.unmeasured90 IS NOT TRUE OR o.measured <= p.s90)
        AND o.since <= p.s90 AND o.covered <= p.s90 AND o.elsewhere >= $as_of - interval '720 hours'
      ELSE (o.last_day < p.d60 OR o.last_day IS NULL) AND o.since <= p.s60 AND o.covered <= p.s60
        AND o.via_group_key IS NULL AND o.since <= $as_of - interval '1440 hours'
        AND o.elsewhere >= $as_of - interval '720 hours' END IS NOT TRUE);
ANALYZE lost;

UPDATE candidate c SET state = 'withdrawn', how = l.cause, ended_at = $as_of
FROM lost l WHERE c.id = l.id;

INSERT INTO outbox (topic, key, headers, value)
SELECT 'reclaim.candidates', holder, pg_temp.headers('reclaim.candidate-withdrawn.v1', holder),
  convert_to(jsonb_build_object('candidate', id, 'holder', holder, 'cause', cause,
    'why', CASE WHEN hold IS NOT NULL THEN 'A legal hold stands on it: r (' || hold || ').'
      WHEN used_since THEN 'Used at ' || pg_temp.instant(last) || ', after it was found.'
      ELSE 'What the rule found does not hold any more.' END,
    'evidence', evidence)::text, 'UTF8')
FROM lost;

SELECT pg_notify('outbox', '');
