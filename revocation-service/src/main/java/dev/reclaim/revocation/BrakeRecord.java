package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.BrakeHandled.Act;
import dev.reclaim.events.RevocationId;
import java.time.Instant;
import java.util.List;

/** What people did to brakes. All calls belong inside a transaction. */
public interface BrakeRecord {

  KillSwitch killSwitch();

  void set(KillSwitch killSwitch);

  /** The voices for a release since then, oldest first: for the whole, and for single ones. */
  List<Voice> voices(String brake, Instant since);

  /**
   * A repeat does not make a voice younger, unless it counts no more.
   *
   * @param countsFrom an older one of the same person is replaced
   */
  void speak(String brake, Voice voice, Instant countsFrom);

  /** Those for the whole, and those for these. */
  void forgetVoices(String brake, List<RevocationId> ended);

  /** Those for this one alone. */
  void forgetVoices(String brake, RevocationId ended);

  void act(String brake, Act act, String by, String why, Instant at);
}
