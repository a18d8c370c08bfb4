package dev.reclaim.usage;

/** Tells how all sources stand. */
public interface TellsSources {
  SourceOverview overview();
}
