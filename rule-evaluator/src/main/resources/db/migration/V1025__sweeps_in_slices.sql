-- Which holds cover which seats of which holder.
CREATE OR REPLACE VIEW seat_hold AS
  SELECT s.id AS seat, h.name AS hold, h.until, s.holder
  FROM seat s JOIN hold h ON h.holder = s.holder
  WHERE h.application IS NULL OR h.application = s.application
UNION
  SELECT s.id, h.name, h.until, s.holder
  FROM seat s
  JOIN holder_identifier i ON i.holder = s.holder
  JOIN hold h ON h.holder = i.identifier
  WHERE h.application IS NULL OR h.application = s.application
UNION
  SELECT s.id, h.name, h.until, s.holder
  FROM seat s JOIN hold h ON h.holder = lower(s.account)
  WHERE h.application IS NULL OR h.application = s.application
UNION
  SELECT s.id, h.name, h.until, s.holder
  FROM seat s JOIN hold h ON h.application = s.application
  WHERE h.holder IS NULL;

-- A sweep that is going on begins anew: what it found is kept in another way from now on.
DELETE FROM sweep;
ALTER TABLE sweep DROP last_seat;
DROP TABLE sweep_seat;

-- What a sweep has to propose or, where proposing is false, to look at again, and by what the caps
-- choose. Leaves the table with the page that it was led to; what is here when found_all is true is
-- still to do. In the order of holders, since the seats of one are looked at beside each other.
CREATE TABLE sweep_seat (
  sweep       bigint NOT NULL,
  holder      text NOT NULL,
  seat        text NOT NULL,
  rule        text NOT NULL,
  proposing   boolean NOT NULL,
  application text NOT NULL,
  last        timestamptz,
  held_since  timestamptz NOT NULL,
  PRIMARY KEY (sweep, holder, seat, rule, proposing)
);

-- All elements of many arrays. PostgreSQL's own ways to gather arrays take so much memory for each
-- group that the planner would sort all use instead.
CREATE AGGREGATE all_of(text[]) (SFUNC = array_cat, STYPE = text[]);
