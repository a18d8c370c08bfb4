-- One row per revocation; body is its state as JSON.
CREATE TABLE revocation (
  number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id              text PRIMARY KEY,
  candidate       text NOT NULL UNIQUE,
  holder          text NOT NULL,
  application     text NOT NULL,
  state           text NOT NULL,
  body            jsonb NOT NULL,
  brake           text,
  state_since     timestamptz NOT NULL,
  -- The first step of the last attempt: what the limits count.
  first_intent_at timestamptz,
  called_off      text,
  next_attempt_at timestamptz,
  leased_by       text,
  leased_until    timestamptz,
  version         bigint NOT NULL,
  cause           text,
  traceparent     text
);
CREATE INDEX revocation_due ON revocation (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX revocation_by_holder ON revocation (holder);
CREATE INDEX revocation_by_state ON revocation (state, number);
CREATE INDEX revocation_held ON revocation (brake) WHERE brake IS NOT NULL;
CREATE INDEX revocation_pace ON revocation (first_intent_at) WHERE first_intent_at IS NOT NULL;

-- One row per call to an outside system, written before the call.
CREATE TABLE operation (
  number     bigint GENERATED ALWAYS AS IDENTITY,
  id         text PRIMARY KEY,
  revocation text NOT NULL REFERENCES revocation,
  step       text NOT NULL,
  direction  text NOT NULL,
  attempt    int NOT NULL,
  earlier    jsonb,
  started_at timestamptz NOT NULL,
  outcome    text,
  why        text,
  ended_at   timestamptz
);
CREATE INDEX operation_by_revocation ON operation (revocation, number);

-- What the policy says.
CREATE TABLE application (
  id              text PRIMARY KEY,
  version         int NOT NULL,
  title           text NOT NULL,
  connection      text,
  seat_group      text,
  restorable_days int NOT NULL
);
CREATE TABLE hold (
  name        text PRIMARY KEY,
  version     int NOT NULL,
  kind        text,
  holder      text,
  application text,
  reason      text,
  owner       text,
  until       timestamptz,
  lifted      boolean NOT NULL
);

-- What the signals say.
CREATE TABLE last_use (
  holder      text NOT NULL,
  application text NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (holder, application)
);
CREATE TABLE holder_profile (
  holder text PRIMARY KEY,
  as_of  timestamptz NOT NULL
);
CREATE TABLE holder_identifier (
  holder     text NOT NULL,
  identifier text NOT NULL,
  PRIMARY KEY (holder, identifier)
);
CREATE INDEX holder_identifier_by_value ON holder_identifier (identifier);
CREATE TABLE known_seat (
  id          text PRIMARY KEY,
  application text NOT NULL,
  observed_at timestamptz NOT NULL,
  gone_at     timestamptz
);
CREATE INDEX known_seat_by_application ON known_seat (application, gone_at);

-- Brakes, and what people did to them.
CREATE TABLE kill_switch (
  single boolean PRIMARY KEY CHECK (single),
  is_on  boolean NOT NULL,
  reason text NOT NULL,
  by     text NOT NULL,
  since  timestamptz NOT NULL
);
CREATE TABLE brake_voice (
  brake text NOT NULL,
  login text NOT NULL,
  at    timestamptz NOT NULL,
  PRIMARY KEY (brake, login)
);
CREATE TABLE brake_act (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  brake  text NOT NULL,
  act    text NOT NULL,
  by     text NOT NULL,
  why    text NOT NULL,
  at     timestamptz NOT NULL
);
