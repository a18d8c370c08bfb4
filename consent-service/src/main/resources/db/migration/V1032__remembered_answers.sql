-- Answers that were given, for whoever asks the same once more.
CREATE TABLE remembered_answer (
  key        text PRIMARY KEY,
  request    text NOT NULL,
  begun_at   timestamptz NOT NULL,
  status     int,
  media_type text,
  body       text
);
CREATE INDEX remembered_answer_age ON remembered_answer (begun_at);
