-- What was ordered, how far it got, and the call that is under way, in their new shape: a step is taken at a
-- place, which is a source and an account. What has ended gets the plan that it followed.
UPDATE revocation SET body = body || jsonb_build_object(
  'task', (body -> 'task') || jsonb_build_object('taking', jsonb_build_object('order',
    CASE WHEN body #> '{task,plan}' ? 'DISABLE_ACCOUNT' THEN 'ACCESS_FIRST' ELSE 'SEAT_ONLY' END)),
  'course', (body -> 'course') || jsonb_build_object(
    'taken', coalesce((
      SELECT jsonb_agg(one - 'source' || jsonb_build_object('place', jsonb_build_object(
        'source', one -> 'source', 'account', body #> '{task,seat,account}')))
      FROM jsonb_array_elements(body #> '{course,taken}') AS one), '[]'),
    'kept', coalesce((
      SELECT jsonb_object_agg(step, one - 'source' || jsonb_build_object('place', jsonb_build_object(
        'source', one -> 'source', 'account', body #> '{task,seat,account}')))
      FROM jsonb_each(body #> '{course,kept}') AS each(step, one)), '{}')));
UPDATE revocation SET body = jsonb_set(body, '{course,plan}', jsonb_build_object('leftOut', '[]'::jsonb, 'steps', (
    SELECT jsonb_agg(jsonb_build_object('step', one -> 'step', 'by', 'CALL', 'source', one #> '{place,source}'))
    FROM jsonb_array_elements(body #> '{course,taken}') AS one)))
  WHERE state IN ('Verified', 'Restored') AND jsonb_array_length(body #> '{course,taken}') > 0;
UPDATE revocation SET body = body || jsonb_build_object('call', jsonb_build_object(
    'step', body -> 'step', 'operation', body -> 'operation', 'since', body -> 'since',
    'place', jsonb_build_object('source', body -> 'source', 'account', body #> '{task,seat,account}')))
  WHERE state = 'InFlight';

ALTER TABLE revocation
  ADD COLUMN connection     text NOT NULL DEFAULT '',
  ADD COLUMN access_outcome text NOT NULL DEFAULT 'OPEN',
  ADD COLUMN seat_outcome   text NOT NULL DEFAULT 'OPEN',
  ADD COLUMN outcomes_since timestamptz NOT NULL DEFAULT now(),
  -- When a verified one is looked at again, and how long until the time after that.
  ADD COLUMN drift_look_at  timestamptz,
  ADD COLUMN drift_wait     interval;
UPDATE revocation r SET connection = a.connection
  FROM application a WHERE a.id = r.application AND a.connection IS NOT NULL;
DROP INDEX revocation_due;
CREATE INDEX revocation_due ON revocation (connection, next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX revocation_drift ON revocation (drift_look_at) WHERE drift_look_at IS NOT NULL;
CREATE INDEX revocation_lag ON revocation (outcomes_since)
  WHERE access_outcome <> seat_outcome AND access_outcome <> 'NOT_WANTED' AND seat_outcome <> 'NOT_WANTED';

-- Access and seat that do not stand together.
CREATE TABLE drift (
  revocation text NOT NULL REFERENCES revocation,
  kind       text NOT NULL,
  why        text NOT NULL,
  what_to_do text NOT NULL,
  found_at   timestamptz NOT NULL,
  ended_at   timestamptz,
  PRIMARY KEY (revocation, kind, found_at)
);
CREATE UNIQUE INDEX drift_standing ON drift (revocation, kind) WHERE ended_at IS NULL;

-- How many revocations took their first step in each minute; an empty application stands for all.
CREATE TABLE pace (
  application text NOT NULL,
  minute      timestamptz NOT NULL,
  taken       int NOT NULL,
  PRIMARY KEY (application, minute)
);
INSERT INTO pace (application, minute, taken)
  SELECT application, date_trunc('minute', first_intent_at), count(*) FROM revocation
  WHERE first_intent_at IS NOT NULL GROUP BY 1, 2
  UNION ALL
  SELECT '', date_trunc('minute', first_intent_at), count(*) FROM revocation
  WHERE first_intent_at IS NOT NULL GROUP BY 2;
DROP INDEX revocation_pace;

-- What the policy says of tiers, and what the signals say of holders, seats and sources.
ALTER TABLE application ADD COLUMN entitlements jsonb NOT NULL DEFAULT '{}';
ALTER TABLE holder_profile
  ADD COLUMN is_person boolean NOT NULL DEFAULT true,
  ADD COLUMN status    text,
  -- When we heard it, in our own clock.
  ADD COLUMN left_at   timestamptz;
CREATE INDEX holder_profile_left ON holder_profile (left_at) WHERE left_at IS NOT NULL;
ALTER TABLE holder_identifier ADD COLUMN place int NOT NULL DEFAULT 0;
ALTER TABLE known_seat ADD COLUMN holder text, ADD COLUMN tier text;
CREATE INDEX known_seat_of_holder ON known_seat (holder, application) WHERE gone_at IS NULL;
CREATE TABLE source_health (
  source         text NOT NULL,
  application    text NOT NULL,
  last_record_at timestamptz NOT NULL,
  PRIMARY KEY (source, application)
);

-- Brakes that began to hold something, and whether people were told.
CREATE TABLE brake_alert (
  brake   text PRIMARY KEY,
  why     text NOT NULL,
  since   timestamptz NOT NULL,
  told_at timestamptz
);

-- Answers that were given, for whoever asks the same once more.
CREATE TABLE remembered_answer (
  key        text PRIMARY KEY,
  request    text NOT NULL,
  begun_at   timestamptz NOT NULL,
  status     int,
  media_type text,
  body       text
);
CREATE INDEX remembered_answer_age ON remembered_answer (begun_at);
