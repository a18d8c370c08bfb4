-- What this service has to say, until the broker has it.
CREATE TABLE outbox (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic   text NOT NULL,
  key     text,
  headers jsonb NOT NULL,
  value   bytea
);

-- What this service has handled, by source and id of the event.
CREATE TABLE inbox_seen (
  event   text PRIMARY KEY,
  seen_at timestamptz NOT NULL
);
CREATE INDEX inbox_seen_by_age ON inbox_seen (seen_at);

-- How far this service has read, in the transaction of the work.
CREATE TABLE inbox_position (
  topic       text NOT NULL,
  part        int NOT NULL,
  next_offset bigint NOT NULL,
  PRIMARY KEY (topic, part)
);
