-- Policy: every version of every piece, never changed.
CREATE TABLE policy (
  kind       text NOT NULL,
  name       text NOT NULL,
  version    int NOT NULL,
  document   jsonb NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  retired    boolean NOT NULL,
  PRIMARY KEY (kind, name, version)
);

-- The holds that stand, for joining with seats. Holder: any identifier, trimmed and lower case.
CREATE TABLE hold (
  name        text PRIMARY KEY,
  holder      text,
  application text,
  until       timestamptz
);
CREATE INDEX hold_by_holder ON hold (holder);
CREATE INDEX hold_by_application ON hold (application);

-- Facts, as usage-ingest says them.
CREATE TABLE holder (
  id      text PRIMARY KEY,
  name    text NOT NULL,
  status  text NOT NULL,
  since   timestamptz NOT NULL,
  as_of   timestamptz NOT NULL,
  said_at timestamptz NOT NULL
);
CREATE TABLE holder_identifier (
  holder     text NOT NULL REFERENCES holder (id),
  identifier text NOT NULL,
  PRIMARY KEY (holder, identifier)
);
CREATE INDEX holder_by_identifier ON holder_identifier (identifier);

-- A seat is there when it was seen after it was last gone. first_seen is the first sighting since then.
CREATE TABLE seat (
  id               text PRIMARY KEY,
  holder           text NOT NULL,
  application      text NOT NULL,
  tier             text NOT NULL,
  account          text NOT NULL,
  via              jsonb NOT NULL,
  assigned_at      timestamptz,
  assigned_said_at timestamptz,
  first_seen       timestamptz NOT NULL,
  last_seen        timestamptz NOT NULL,
  gone_at          timestamptz,
  restored_at      timestamptz
);
CREATE INDEX seat_by_holder ON seat (holder, application);
CREATE INDEX seat_by_account ON seat (lower(account));

CREATE TABLE usage_day (
  holder      text NOT NULL,
  application text NOT NULL,
  day         date NOT NULL,
  seconds     bigint NOT NULL,
  opens       int NOT NULL,
  unmeasured  int NOT NULL,
  last_use    timestamptz NOT NULL,
  sources     text[] NOT NULL,
  revision    bigint NOT NULL,
  PRIMARY KEY (holder, application, day)
);

CREATE TABLE source_health (
  source         text NOT NULL,
  application    text NOT NULL,
  coverage_from  timestamptz NOT NULL,
  last_record_at timestamptz NOT NULL,
  said_at        timestamptz NOT NULL,
  -- A source that has just reached further back may still be telling the rest.
  believed_from  timestamptz NOT NULL,
  PRIMARY KEY (application, source)
);

-- What was proposed. At most one is ongoing for a seat and rule, however many instances sweep.
CREATE TABLE candidate (
  id           text PRIMARY KEY,
  seat         text NOT NULL,
  rule         text NOT NULL,
  rule_version int NOT NULL,
  episode      int NOT NULL,
  as_of        timestamptz NOT NULL,
  use_cancels  boolean NOT NULL,
  state        text NOT NULL CHECK (state IN ('open', 'approved', 'withdrawn', 'closed')),
  how          text,
  ended_at     timestamptz,
  UNIQUE (seat, rule, episode)
);
CREATE UNIQUE INDEX candidate_ongoing ON candidate (seat, rule) WHERE state IN ('open', 'approved');

-- Which holds cover which seats.
CREATE VIEW seat_hold AS
  SELECT s.id AS seat, h.name AS hold, h.until
  FROM seat s JOIN hold h ON h.holder = s.holder
  WHERE h.application IS NULL OR h.application = s.application
UNION
  SELECT s.id, h.name, h.until
  FROM seat s
  JOIN holder_identifier i ON i.holder = s.holder
  JOIN hold h ON h.holder = i.identifier
  WHERE h.application IS NULL OR h.application = s.application
UNION
  SELECT s.id, h.name, h.until
  FROM seat s JOIN hold h ON h.holder = lower(s.account)
  WHERE h.application IS NULL OR h.application = s.application
UNION
  SELECT s.id, h.name, h.until
  FROM seat s JOIN hold h ON h.application = s.application
  WHERE h.holder IS NULL;
