-- A name may mean an application in the records of one source alone; '' is every source.
ALTER TABLE application_alias ADD source text NOT NULL DEFAULT '';
ALTER TABLE application_alias DROP CONSTRAINT application_alias_pkey;
ALTER TABLE application_alias ADD PRIMARY KEY (application, label, source);

-- The sources that mean it; NULL for every source.
ALTER TABLE known_label ADD sources text[];

CREATE OR REPLACE VIEW counted_label AS
  SELECT label, application, sources FROM known_label WHERE application IS NOT NULL
  UNION
  SELECT k.label, a.application, CASE WHEN a.source <> '' THEN ARRAY[a.source] END
  FROM known_label k
  JOIN application_alias a ON a.label = k.label
  JOIN application p ON p.id = a.application AND NOT p.retired
  WHERE k.application IS NULL;

CREATE OR REPLACE VIEW counted_usage AS
  SELECT a.holder, coalesce(l.application, 'elsewhere') AS application, u.*
  FROM usage_rollup u
  JOIN counted_account a ON a.account = u.account
  LEFT JOIN counted_label l
    ON l.label = u.label AND (l.sources IS NULL OR u.source = ANY (l.sources));
