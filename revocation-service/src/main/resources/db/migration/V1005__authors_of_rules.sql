-- Who saved which version of a rule: they do not release what it found.
CREATE TABLE rule_author (
  rule    text NOT NULL,
  version int NOT NULL,
  login   text NOT NULL,
  PRIMARY KEY (rule, version)
);
