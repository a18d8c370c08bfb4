-- Whoever asks for the release of one revocation alone speaks for no other; an empty one stands for all.
ALTER TABLE brake_voice ADD COLUMN revocation text NOT NULL DEFAULT '';
ALTER TABLE brake_voice DROP CONSTRAINT brake_voice_pkey;
ALTER TABLE brake_voice ADD PRIMARY KEY (brake, revocation, login);
