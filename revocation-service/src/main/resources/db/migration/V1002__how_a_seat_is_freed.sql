ALTER TABLE application RENAME COLUMN seat_group TO entitlement;
ALTER TABLE application ADD COLUMN action text, ADD COLUMN lower_entitlement text;
