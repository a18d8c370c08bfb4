package dev.reclaim.revocation;

import java.time.Instant;

/** One person's consent to let pass what a brake held at that moment. */
public record Voice(String login, Instant at) {}
