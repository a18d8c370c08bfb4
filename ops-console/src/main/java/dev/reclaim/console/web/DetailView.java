package dev.reclaim.console.web;

import dev.reclaim.console.CandidateState;
import dev.reclaim.console.Order;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One candidate as the template shows it.
 *
 * @param back where the detail is closed; empty on a page of its own
 * @param here its own address, for refreshing
 */
record DetailView(
    Title title,
    String here,
    Optional<String> back,
    List<Shown> facts,
    List<Entry> entries,
    Optional<Ahead> ahead,
    Set<Order> orders) {

  /** Who holds what, and where it stands. */
  record Title(String id, String holder, String application, CandidateState state) {}

  /**
   * A fact in the reader's language.
   *
   * @param code whether a machine gave the text
   */
  record Shown(String name, String text, boolean code) {}

  /**
   * One thing that happened.
   *
   * @param tone the state that it led to; empty when it changed none
   */
  record Entry(
      String id,
      Reader.Moment at,
      String tone,
      String what,
      String who,
      String why,
      List<Shown> evidence) {}

  /** What comes next by itself. */
  record Ahead(Reader.Moment at, String what, String why) {}
}
