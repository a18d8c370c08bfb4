-- One row per candidate; the state's own data as JSON, beside it what is searched for.
CREATE TABLE candidate (
  id          text PRIMARY KEY,
  state       text NOT NULL,
  body        jsonb NOT NULL,
  holder      text NOT NULL,
  application text NOT NULL,
  asked       text,
  due_at      timestamptz,
  found_at    timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  version     bigint NOT NULL DEFAULT 1
);
CREATE INDEX candidate_by_deadline ON candidate (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX candidate_by_state ON candidate (state, id);
CREATE INDEX candidate_by_holder ON candidate (holder, id);
CREATE INDEX candidate_by_application ON candidate (application, id);
CREATE INDEX candidate_by_asked ON candidate (asked) WHERE asked IS NOT NULL;

-- News that came before the news it follows from.
CREATE TABLE parked (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  candidate text NOT NULL,
  input     text NOT NULL,
  body      jsonb NOT NULL,
  cause     jsonb NOT NULL,
  parked_at timestamptz NOT NULL
);
CREATE INDEX parked_by_candidate ON parked (candidate, id);

-- What happened, for those who look at one candidate.
CREATE TABLE history (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  candidate text NOT NULL,
  at        timestamptz NOT NULL,
  what      text NOT NULL,
  effect    boolean NOT NULL,
  state     text,
  by_role   text NOT NULL,
  by_id     text NOT NULL,
  why       text NOT NULL
);
CREATE INDEX history_by_candidate ON history (candidate, id);

-- Questions, asked and to be asked: the work table of the mail worker.
CREATE TABLE prompt (
  id              text PRIMARY KEY,
  candidate       text NOT NULL REFERENCES candidate (id),
  kind            text NOT NULL,
  asked           text NOT NULL,
  until           timestamptz NOT NULL,
  opened_at       timestamptz NOT NULL,
  closed_at       timestamptz,
  sent_at         timestamptz,
  attempts        int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  last_error      text,
  answered        text,
  answered_at     timestamptz,
  wrong_codes     int NOT NULL DEFAULT 0,
  locked_until    timestamptz
);
CREATE INDEX prompt_to_send ON prompt (next_attempt_at) WHERE sent_at IS NULL AND closed_at IS NULL;
CREATE INDEX prompt_by_candidate ON prompt (candidate);

-- What is kept of the link and the code in a mail: hashes. One row per attempt to send, since a mail may arrive
-- although its sender never heard so.
CREATE TABLE prompt_key (
  token_hash text PRIMARY KEY,
  prompt     text NOT NULL REFERENCES prompt (id),
  salt       text NOT NULL,
  code_hash  text NOT NULL
);

-- Who is who, as HR last said.
CREATE TABLE person (
  id    text PRIMARY KEY,
  as_of timestamptz NOT NULL,
  body  jsonb NOT NULL
);
CREATE INDEX person_by_manager ON person ((body->>'manager'));
CREATE INDEX person_by_owner ON person ((body->>'owner'));
CREATE TABLE person_name (
  name   text NOT NULL,
  person text NOT NULL REFERENCES person (id),
  PRIMARY KEY (name, person)
);
CREATE INDEX person_name_by_person ON person_name (person);

-- Applications and campaigns, the newest version of each.
CREATE TABLE policy (
  kind    text NOT NULL,
  name    text NOT NULL,
  version int NOT NULL,
  body    jsonb NOT NULL,
  PRIMARY KEY (kind, name)
);
