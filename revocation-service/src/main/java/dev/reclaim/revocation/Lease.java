package dev.reclaim.revocation;

/**
 * The right of one worker to carry on one revocation, for a time longer than the longest call.
 *
 * @param version what the stored version must be; whoever has an older one is too late
 * @param goesOn whether something is due at once; if not, the right has been given back
 */
public record Lease(Revocation state, long version, boolean goesOn) {}
