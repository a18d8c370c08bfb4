-- The log. Rows are added and never touched again; the role of the service could not if it wanted to.
CREATE TABLE entry (
  position    bigint PRIMARY KEY CHECK (position >= 0),
  event_id    text NOT NULL,
  source      text NOT NULL,
  topic       text NOT NULL,
  type        text NOT NULL,
  key         text NOT NULL,
  holder      text,
  candidate   text,
  application text,
  actor       text,
  time        timestamptz NOT NULL,
  body        bytea NOT NULL,
  leaf_hash   bytea NOT NULL CHECK (length(leaf_hash) = 32),
  UNIQUE (source, event_id)
);
COMMENT ON TABLE entry IS 'One event as it was heard. body is the canonical text; leaf_hash is SHA-256(0x00 || body), RFC 6962. The other columns are an index into body and prove nothing.';
CREATE INDEX entry_by_holder ON entry (holder, position) WHERE holder IS NOT NULL;
CREATE INDEX entry_by_candidate ON entry (candidate, position) WHERE candidate IS NOT NULL;
CREATE INDEX entry_by_application ON entry (application, position) WHERE application IS NOT NULL;
CREATE INDEX entry_by_actor ON entry (actor, position) WHERE actor IS NOT NULL;
CREATE INDEX entry_by_time ON entry (time);

CREATE TABLE data_beside (
  sha256 bytea PRIMARY KEY,
  data   bytea NOT NULL
);
COMMENT ON TABLE data_beside IS 'Data of events that are too large for an entry; the entry names its SHA-256.';

CREATE TABLE tile (
  level  int NOT NULL,
  index  bigint NOT NULL,
  hashes bytea NOT NULL,
  root   bytea NOT NULL CHECK (length(root) = 32),
  PRIMARY KEY (level, index)
);
COMMENT ON TABLE tile IS 'Full tiles of 256 hashes (C2SP tlog-tiles). root is the hash that stands for this tile one level up.';

CREATE TABLE checkpoint (
  size      bigint PRIMARY KEY,
  root      bytea NOT NULL CHECK (length(root) = 32),
  edge      bytea NOT NULL,
  note      text NOT NULL
);
COMMENT ON TABLE checkpoint IS 'Signed notes, one per batch. edge holds the roots of the complete subtrees, the largest first.';

-- The service's role is named as the owner's without its ending.
DO $$
DECLARE
  service text := regexp_replace(current_user, '_owner$', '');
BEGIN
  IF service <> current_user AND EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
    EXECUTE format('REVOKE ALL ON entry, data_beside, tile, checkpoint FROM %I', service);
    EXECUTE format('GRANT SELECT, INSERT ON entry, data_beside, tile, checkpoint TO %I', service);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON outbox, inbox_seen, inbox_position TO %I', service);
  END IF;
END
$$;
