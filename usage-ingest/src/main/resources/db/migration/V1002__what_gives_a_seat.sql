ALTER TABLE application RENAME COLUMN seat_group TO entitlement;
