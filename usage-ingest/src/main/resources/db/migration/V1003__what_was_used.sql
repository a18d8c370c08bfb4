-- What was used of an application, as the sender names it; NULL when one of the reports did not say.
ALTER TABLE usage_rollup ADD features text[];
ALTER TABLE usage_day ADD features text[];

-- The view is built anew, since the columns of a table are listed in it once and for all.
DROP VIEW counted_usage;
CREATE VIEW counted_usage AS
  SELECT a.holder, coalesce(l.application, 'elsewhere') AS application, u.*
  FROM usage_rollup u
  JOIN counted_account a ON a.account = u.account
  LEFT JOIN counted_label l ON l.label = u.label;

-- Opens without a measured length. A source that has told of none sees what goes on inside.
ALTER TABLE source_label ADD unmeasured bigint;
UPDATE source_label SET unmeasured = records;
ALTER TABLE source_label ALTER unmeasured SET NOT NULL;
ALTER TABLE source_health ADD sees text NOT NULL DEFAULT 'OPENS';
