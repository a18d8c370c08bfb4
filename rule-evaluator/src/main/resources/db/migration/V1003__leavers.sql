-- Leavers by their last day, to be judged when it comes.
CREATE INDEX holder_leaving ON holder (since) WHERE status = 'LEFT';
