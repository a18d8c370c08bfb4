package dev.reclaim.revocation;

import java.time.Instant;

/** What was taken is back, proved by a look. */
public record Restored(Task task, Course course, Instant at) implements Revocation {}
