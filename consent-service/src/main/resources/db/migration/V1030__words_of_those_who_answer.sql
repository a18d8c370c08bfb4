-- What somebody wrote with an answer, for whoever decides after them.
ALTER TABLE history ADD COLUMN comment text;
CREATE INDEX candidate_by_last_change ON candidate (holder, changed_at);
