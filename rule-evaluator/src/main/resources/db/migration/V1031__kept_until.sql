-- Until when a kept seat is left alone by every rule about use, as its holder was told.
ALTER TABLE candidate ADD COLUMN kept_until timestamptz;
