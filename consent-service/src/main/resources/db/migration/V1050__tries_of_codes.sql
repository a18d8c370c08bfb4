-- Wrong codes, counted for each reader: the questions of one message share a code. Only one code of a reader is tried
-- at a time, whichever of their links it comes by.
CREATE TABLE code_try (
  reader       text PRIMARY KEY,
  wrong        int NOT NULL,
  locked_until timestamptz
);
INSERT INTO code_try (reader, wrong, locked_until)
SELECT asked, max(wrong_codes), max(locked_until) FROM prompt
WHERE closed_at IS NULL AND (wrong_codes > 0 OR locked_until IS NOT NULL) GROUP BY asked;

-- And in all for each question: one day its link takes no code any more.
ALTER TABLE prompt DROP COLUMN wrong_codes, DROP COLUMN locked_until, ADD COLUMN wrong_in_all int NOT NULL DEFAULT 0;
