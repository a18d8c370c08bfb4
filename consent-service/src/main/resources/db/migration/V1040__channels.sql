-- Channels that take nothing: for a while, because they asked for it, or until an operator resumes them.
CREATE TABLE channel_pause (
  channel     text PRIMARY KEY,
  rests_until timestamptz,
  stopped_at  timestamptz,
  stopped_why text
);

-- Signed requests that were heard, so that none counts twice.
CREATE TABLE heard_request (
  id text PRIMARY KEY,
  at timestamptz NOT NULL
);
CREATE INDEX heard_request_by_age ON heard_request (at);

-- What came back to the mailbox for bounces; no addresses and no texts. The id is a hash of the mail.
CREATE TABLE bounce (
  id      text PRIMARY KEY,
  at      timestamptz NOT NULL,
  outcome text NOT NULL,
  status  text NOT NULL,
  message text
);
CREATE INDEX bounce_by_time ON bounce (at);

-- How far a mailbox was read; IMAP's numbers count within one validity.
CREATE TABLE mailbox (
  name     text PRIMARY KEY,
  validity bigint NOT NULL,
  last     bigint NOT NULL
);
