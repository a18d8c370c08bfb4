package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Anything that travels on a topic. One family per topic, one record per thing that can be said.
 */
public sealed interface Event
    permits InboxEvent, SignalEvent, PolicyEvent, CandidateEvent, ConsentEvent, RevocationEvent {

  /**
   * The record key: all events of one holder share it, so they stay in order. Policy is keyed by
   * its kind and name instead, so that compaction keeps the newest.
   */
  @JsonIgnore
  String key();
}
