-- Who decides in whose place for a time.
CREATE TABLE stand_in (
  for_whom    text PRIMARY KEY,
  who         text NOT NULL,
  begins      timestamptz NOT NULL,
  ends        timestamptz NOT NULL,
  handed_over boolean NOT NULL DEFAULT false
);
CREATE INDEX stand_in_by_who ON stand_in (who);
CREATE INDEX stand_in_to_hand_over ON stand_in (begins) WHERE NOT handed_over;

-- Heads of departments are looked up by department.
CREATE INDEX person_by_department ON person ((body->>'department'));

-- The clock looks at due_at; it now holds the next reminder as well.
-- Pages of a list are read in the order of ids, within a state, an application or a holder, or what waits for one person.
CREATE INDEX candidate_by_asked_and_id ON candidate (asked, id) WHERE asked IS NOT NULL;
DROP INDEX candidate_by_asked;
CREATE INDEX candidate_without_campaign ON candidate ((body->'file'->'found'->'handling'->'asking'->>'campaign'))
  WHERE state = 'AttentionRequired' AND body->>'trouble' = 'NO_CAMPAIGN';

-- An awaited answer is one thing now: who, which question, until when, and when they are told once more.
UPDATE candidate SET body = body - 'asked' - 'prompt' - 'until' || jsonb_build_object('pending',
  jsonb_build_object('who', body->'asked', 'prompt', body->'prompt', 'until', body->'until', 'reminders', '[]'::jsonb))
WHERE state = 'AwaitingUser';
UPDATE candidate SET body = body - 'approver' - 'prompt' - 'until' || jsonb_build_object('pending',
  jsonb_build_object('who', body->'approver', 'prompt', body->'prompt', 'until', body->'until', 'reminders', '[]'::jsonb))
WHERE state = 'AwaitingApproval';
UPDATE candidate SET body = jsonb_set(body, '{waitsFor}',
  CASE WHEN coalesce(body->>'askFrom', '') = '' THEN '"HOLDER_BACK"'::jsonb ELSE '"TIME"'::jsonb END)
WHERE state = 'Ready';
