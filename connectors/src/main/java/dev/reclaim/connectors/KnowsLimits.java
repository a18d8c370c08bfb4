package dev.reclaim.connectors;

/** Knows how fast its vendor may be called. */
public interface KnowsLimits {

  PublishedLimits limits();
}
