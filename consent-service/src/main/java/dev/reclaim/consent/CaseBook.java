package dev.reclaim.consent;

/** Where candidates, news that came too early, and what happened are kept. */
public record CaseBook(Candidates candidates, Parked parked, History history) {}
