package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.BrakeHandled.Act;
import java.time.Instant;
import java.util.List;

/** What people did to brakes. All calls belong inside a transaction. */
public interface BrakeRecord {

  KillSwitch killSwitch();

  void set(KillSwitch killSwitch);

  /** The voices for a release since then, oldest first. */
  List<Voice> voices(String brake, Instant since);

  /** A repeat does not make a voice younger. */
  void speak(String brake, String login, Instant at);

  void forgetVoices(String brake);

  void act(String brake, Act act, String by, String why, Instant at);
}
