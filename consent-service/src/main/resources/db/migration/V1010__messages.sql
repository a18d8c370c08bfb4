-- Messages, sent and to be sent: the work table of the channels. One gathers questions until it is first claimed.
CREATE TABLE message (
  id              text PRIMARY KEY,
  reader          text NOT NULL,
  purpose         text NOT NULL,
  channel         text NOT NULL,
  state           text NOT NULL DEFAULT 'WAITING',
  opened_at       timestamptz NOT NULL,
  attempts        int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  sent_at         timestamptz,
  reference       text,
  last_error      text
);
CREATE UNIQUE INDEX message_that_gathers ON message (reader, purpose, channel)
  WHERE attempts = 0 AND state = 'WAITING';
CREATE INDEX message_to_send ON message (channel, next_attempt_at) WHERE state = 'WAITING';
CREATE INDEX message_by_reader ON message (reader, purpose, sent_at);
CREATE INDEX message_by_reference ON message (reference) WHERE reference IS NOT NULL;

CREATE TABLE message_prompt (
  message text NOT NULL REFERENCES message (id),
  prompt  text NOT NULL REFERENCES prompt (id),
  PRIMARY KEY (message, prompt)
);
CREATE INDEX message_prompt_by_prompt ON message_prompt (prompt);

-- What waited for the mail server waits as a message now, each question in one of its own.
INSERT INTO message (id, reader, purpose, channel, opened_at, attempts, next_attempt_at, sent_at, state, last_error)
SELECT 'msg-' || id, asked, CASE kind WHEN 'HOLDER' THEN 'ASK' ELSE 'DIGEST' END, 'MAIL', opened_at,
  greatest(attempts, 1), next_attempt_at, sent_at,
  CASE WHEN sent_at IS NOT NULL THEN 'SENT' WHEN closed_at IS NOT NULL THEN 'DROPPED' ELSE 'WAITING' END, last_error
FROM prompt;
INSERT INTO message_prompt (message, prompt) SELECT 'msg-' || id, id FROM prompt;

DROP INDEX prompt_to_send;
ALTER TABLE prompt DROP COLUMN attempts, DROP COLUMN next_attempt_at, DROP COLUMN last_error;
CREATE INDEX prompt_by_asked ON prompt (asked, opened_at);
