-- The few candidates that nobody may decide are looked up whenever people or applications change.
CREATE INDEX candidate_without_approver ON candidate (application, holder)
  WHERE state = 'AttentionRequired' AND body->>'trouble' = 'NO_APPROVER';
