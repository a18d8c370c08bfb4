-- The hash of a code is keyed by the token of its link, which is kept nowhere; links of before take a session only.
ALTER TABLE prompt_key DROP COLUMN salt;
