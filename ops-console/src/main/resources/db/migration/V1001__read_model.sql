-- What the pages show. All of it can be built again from the topics.

-- Where each candidate stands; derived from its transitions.
CREATE TABLE candidate (
  id               text PRIMARY KEY,
  holder           text NOT NULL,
  application      text,
  tier             text,
  account          text,
  rule             text,
  state            text NOT NULL,
  since            timestamptz NOT NULL,
  due              timestamptz,
  opened_at        timestamptz NOT NULL,
  changed_at       timestamptz NOT NULL,
  price_amount     numeric,
  price_currency   text,
  evidence         text,
  verified_at      timestamptz,
  restored_at      timestamptz
);
CREATE INDEX candidate_by_state ON candidate (state, changed_at DESC);
CREATE INDEX candidate_by_holder ON candidate (holder);

-- Everything that happened to a candidate, as it was said.
CREATE TABLE transition (
  event_id   text PRIMARY KEY,
  candidate  text NOT NULL REFERENCES candidate (id),
  at         timestamptz NOT NULL,
  topic      text NOT NULL,
  type       text NOT NULL,
  event      text NOT NULL
);
CREATE INDEX transition_by_candidate ON transition (candidate, at);

CREATE TABLE holder (
  id          text PRIMARY KEY,
  name        text NOT NULL,
  department  text,
  as_of       timestamptz NOT NULL
);

CREATE TABLE application (
  id       text PRIMARY KEY,
  title    text NOT NULL,
  version  integer NOT NULL
);

CREATE TABLE source_health (
  source          text NOT NULL,
  application     text NOT NULL,
  coverage_from   timestamptz NOT NULL,
  last_record_at  timestamptz NOT NULL,
  reported_at     timestamptz NOT NULL,
  PRIMARY KEY (source, application)
);
