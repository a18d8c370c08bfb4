-- Use, under the names that its sender uses; added up per UTC day.
CREATE TABLE usage_rollup (
  account    text NOT NULL,
  day        date NOT NULL,
  label      text NOT NULL,
  source     text NOT NULL,
  seconds    bigint NOT NULL,
  opens      bigint NOT NULL,
  unmeasured bigint NOT NULL,
  first_use  timestamptz NOT NULL,
  last_use   timestamptz NOT NULL,
  PRIMARY KEY (account, day, label, source)
);
CREATE INDEX usage_rollup_by_label ON usage_rollup (label);

-- One row for each holder: the newest statement about it, and what was last published.
CREATE TABLE holder (
  id          text PRIMARY KEY,
  said        jsonb NOT NULL,
  said_at     timestamptz NOT NULL,
  said_event  text NOT NULL,
  manager_ref text,
  owner_ref   text,
  published   jsonb
);
CREATE INDEX holder_by_manager ON holder (manager_ref);
CREATE INDEX holder_by_owner ON holder (owner_ref);

-- Every name that a holder goes by (is_current), or once went by. "value" is normalised, "spelling" is not.
CREATE TABLE identifier (
  holder     text NOT NULL REFERENCES holder,
  kind       text NOT NULL,
  value      text NOT NULL,
  spelling   text NOT NULL,
  is_current boolean NOT NULL,
  PRIMARY KEY (holder, kind, value)
);
CREATE INDEX identifier_by_value ON identifier (value);

-- Whom an account means: whoever alone goes by it, else whoever alone once did.
-- A name that stands for several has no holder.
CREATE TABLE known_account (
  account text PRIMARY KEY,
  holder  text
);
CREATE INDEX known_account_by_holder ON known_account (holder);

CREATE TABLE application (
  id            text PRIMARY KEY,
  version       int NOT NULL,
  title         text NOT NULL,
  connection    text,
  seat_group    text,
  retired       boolean NOT NULL
);

CREATE TABLE application_alias (
  application text NOT NULL REFERENCES application,
  label       text NOT NULL,
  PRIMARY KEY (application, label)
);
CREATE INDEX application_alias_by_label ON application_alias (label);

-- Which application a label means; one that stands for several has none.
CREATE TABLE known_label (
  label       text PRIMARY KEY,
  application text
);
CREATE INDEX known_label_by_application ON known_label (application);

-- Whose use it may be: whoever the account means; if it means several, each of them, since use that
-- counted for nobody would make all of them look idle.
CREATE VIEW counted_account AS
  SELECT account, holder FROM known_account WHERE holder IS NOT NULL
  UNION
  SELECT k.account, i.holder
  FROM known_account k
  JOIN identifier i ON i.value = k.account AND (i.is_current OR NOT EXISTS (
    SELECT FROM identifier c WHERE c.value = i.value AND c.is_current))
  WHERE k.holder IS NULL;

-- The same for applications that claim one label.
CREATE VIEW counted_label AS
  SELECT label, application FROM known_label WHERE application IS NOT NULL
  UNION
  SELECT k.label, a.application
  FROM known_label k
  JOIN application_alias a ON a.label = k.label
  JOIN application p ON p.id = a.application AND NOT p.retired
  WHERE k.application IS NULL;

-- All use that counts for somebody: of a known application, or of one that nobody defined.
CREATE VIEW counted_usage AS
  SELECT a.holder, coalesce(l.application, 'elsewhere') AS application, u.*
  FROM usage_rollup u
  JOIN counted_account a ON a.account = u.account
  LEFT JOIN counted_label l ON l.label = u.label;

-- The days as last published.
CREATE TABLE usage_day (
  holder      text NOT NULL,
  application text NOT NULL,
  day         date NOT NULL,
  seconds     bigint NOT NULL,
  opens       int NOT NULL,
  unmeasured  int NOT NULL,
  last_use    timestamptz NOT NULL,
  sources     text[] NOT NULL,
  revision    bigint NOT NULL,
  PRIMARY KEY (holder, application, day)
);

-- Seats, under the names that their source uses, and to whom they were last published as belonging.
CREATE TABLE seat (
  label                 text NOT NULL,
  tier                  text NOT NULL,
  account               text NOT NULL,
  spelling              text NOT NULL,
  names                 text[] NOT NULL,
  via_group             text,
  assigned_at           timestamptz,
  observed_at           timestamptz NOT NULL,
  is_listed             boolean NOT NULL,
  changed               boolean NOT NULL,
  published_holder      text,
  published_application text,
  PRIMARY KEY (label, tier, account)
);
CREATE INDEX seat_by_name ON seat USING gin (names);
CREATE INDEX seat_changed ON seat (label) WHERE changed;
CREATE INDEX seat_by_holder ON seat (published_holder);

CREATE TABLE seat_look (
  application text PRIMARY KEY,
  looked_at   timestamptz NOT NULL,
  complete_at timestamptz,
  members     int NOT NULL,
  held        int NOT NULL,
  trouble     text
);

-- What each source has told: on which days, about which labels.
CREATE TABLE source_day (
  source   text NOT NULL,
  day      date NOT NULL,
  first_at timestamptz NOT NULL,
  last_at  timestamptz NOT NULL,
  PRIMARY KEY (source, day)
);

CREATE TABLE source_label (
  source   text NOT NULL,
  label    text NOT NULL,
  records  bigint NOT NULL,
  first_at timestamptz NOT NULL,
  last_at  timestamptz NOT NULL,
  PRIMARY KEY (source, label)
);
CREATE INDEX source_label_by_label ON source_label (label);

-- Records that proved no use.
CREATE TABLE source_ignored (
  source  text NOT NULL,
  reason  text NOT NULL,
  records bigint NOT NULL,
  PRIMARY KEY (source, reason)
);

CREATE TABLE source_health (
  source         text NOT NULL,
  application    text NOT NULL,
  coverage_from  timestamptz NOT NULL,
  last_record_at timestamptz NOT NULL,
  PRIMARY KEY (source, application)
);
