-- The sweep that goes on. If its instance stops, the next one goes on with it.
CREATE TABLE sweep (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  as_of     timestamptz NOT NULL,
  running   text[] NOT NULL,
  -- Whether the statements ran; then sweep_seat has what they found, done up to last_seat.
  found_all boolean NOT NULL DEFAULT false,
  last_seat text,
  judged    bigint NOT NULL DEFAULT 0,
  found     bigint NOT NULL DEFAULT 0,
  withdrawn bigint NOT NULL DEFAULT 0,
  disagreed bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX sweep_only_one ON sweep ((true));

-- What it has to propose or, where proposing is false, to look at again.
CREATE TABLE sweep_seat (
  sweep     bigint NOT NULL,
  seat      text NOT NULL,
  rule      text NOT NULL,
  proposing boolean NOT NULL,
  PRIMARY KEY (sweep, seat, rule, proposing)
);

-- What each of its rules has counted so far; becomes a rule_run when the sweep is finished.
CREATE TABLE sweep_rule (
  sweep           bigint NOT NULL REFERENCES sweep (id) ON DELETE CASCADE,
  rule            text NOT NULL,
  rule_version    int NOT NULL,
  mode            text NOT NULL,
  judged          bigint NOT NULL,
  reclaimable     bigint NOT NULL,
  not_enough_data bigint NOT NULL,
  over_cap        bigint NOT NULL,
  found           bigint NOT NULL DEFAULT 0,
  withdrawn       bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (sweep, rule)
);

-- What a seat inherited from a group is compared by: trimmed, lower case.
ALTER TABLE seat ADD via_group_key text;
UPDATE seat SET via_group_key = lower(trim(via ->> 'group')) WHERE via ->> 'kind' = 'group';
