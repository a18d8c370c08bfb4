-- Earlier times of seats that were gone in between.
CREATE TABLE seat_before (
  seat        text NOT NULL,
  assigned_at timestamptz,
  first_seen  timestamptz NOT NULL,
  gone_at     timestamptz NOT NULL,
  PRIMARY KEY (seat, gone_at)
);

-- What was said of roster and account then.
ALTER TABLE holder_said ADD account_enabled boolean, ADD in_roster boolean;

-- When each version of a hold stood.
CREATE TABLE hold_time (
  name        text NOT NULL,
  version     int NOT NULL,
  holder      text,
  application text,
  until       timestamptz,
  placed_at   timestamptz NOT NULL,
  lifted_at   timestamptz,
  PRIMARY KEY (name, version)
);
INSERT INTO hold_time (name, version, holder, application, until, placed_at)
SELECT DISTINCT ON (h.name) h.name, p.version, h.holder, h.application, h.until, p.changed_at
FROM hold h JOIN policy p ON p.kind = 'hold' AND p.name = h.name
ORDER BY h.name, p.version DESC;

-- Replays that go on, and the seats that their rule would have taken; gone when the answer is given.
CREATE TABLE replay (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  begun_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE replay_seat (
  replay      bigint NOT NULL REFERENCES replay (id) ON DELETE CASCADE,
  seat        text NOT NULL,
  holder      text NOT NULL,
  application text NOT NULL,
  day         date NOT NULL,
  price       numeric,
  currency    text,
  -- The first day of use afterwards.
  back        date,
  PRIMARY KEY (replay, seat)
);
