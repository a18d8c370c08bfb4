-- What HR and the directory say of a holder besides. A "_key" is what is compared: trimmed, lower case.
ALTER TABLE holder
  ADD kind                   text,
  ADD time_zone              text NOT NULL DEFAULT 'UTC',
  ADD working_days           text[] NOT NULL DEFAULT '{}',
  ADD started_at             timestamptz,
  ADD contract_ends_at       timestamptz,
  ADD account_enabled        boolean,
  ADD in_roster              boolean,
  ADD department             text,
  ADD department_key         text,
  ADD cost_centre            text,
  ADD cost_centre_key        text,
  ADD location               text,
  ADD location_key           text,
  ADD groups                 text[] NOT NULL DEFAULT '{}',
  ADD group_keys             text[] NOT NULL DEFAULT '{}',
  ADD moved_from             text,
  ADD moved_to               text,
  ADD moved_at               timestamptz,
  ADD department_known_since timestamptz;

-- Every statement that was no repeat of the one before, and what follows from them.
CREATE TABLE holder_said (
  holder     text NOT NULL,
  as_of      timestamptz NOT NULL,
  status     text NOT NULL,
  since      timestamptz NOT NULL,
  department text,
  PRIMARY KEY (holder, as_of)
);
CREATE TABLE holder_leave (
  holder text NOT NULL,
  begins timestamptz NOT NULL,
  ends   timestamptz NOT NULL,
  PRIMARY KEY (holder, begins)
);

-- When the holder last answered Keep.
ALTER TABLE seat ADD kept_at timestamptz;

-- What was used; NULL when one of the opens did not say.
ALTER TABLE usage_day ADD features text[];

-- Whether a source sees opens alone, or the length of every use.
ALTER TABLE source_health ADD sees text NOT NULL DEFAULT 'OPENS';

-- The runs of rules, and what they counted.
CREATE TABLE rule_run (
  rule            text NOT NULL,
  as_of           timestamptz NOT NULL,
  rule_version    int NOT NULL,
  mode            text NOT NULL,
  judged          bigint NOT NULL,
  reclaimable     bigint NOT NULL,
  not_enough_data bigint NOT NULL,
  found           bigint NOT NULL,
  over_cap        bigint NOT NULL,
  withdrawn       bigint NOT NULL,
  PRIMARY KEY (rule, as_of)
);
