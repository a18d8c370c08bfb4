package dev.reclaim.audit;

/**
 * An entry that was found.
 *
 * @param body its canonical text
 */
public record Found(long position, String body) {}
