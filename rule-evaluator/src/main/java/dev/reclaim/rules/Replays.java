package dev.reclaim.rules;

import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The past, as far as it is kept, and what a rule would have done in it. A replay writes only its
 * own notes; no candidate comes of it.
 */
public interface Replays {

  /** The number of a new replay; those that somebody began long ago and left are forgotten. */
  long begin();

  /**
   * Notes the seats that the rule would have taken at a moment, unless this replay has taken them
   * before. What is known of the past is judged as if it were now; candidates, and what became of
   * them, are left out.
   *
   * @return how many
   */
  long take(long replay, Rule rule, Instant asOf);

  /**
   * Looks what became of everybody.
   *
   * @param last the last day of the replay
   * @param today the first day of which not everything is known yet
   */
  Replay.Found outcome(long replay, Rule rule, LocalDate last, LocalDate today);

  /** Those that came back first, then in the order of the days and of their ids. */
  List<Replay.Taken> taken(long replay, int atMost);

  /** Gathers the facts as they were at a moment, in the order of the seats' ids. */
  List<SeatCase> look(Collection<SeatId> seats, Instant asOf, Rule rule);

  void forget(long replay);
}
