package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.AccessRemoved;
import dev.reclaim.events.RevocationEvent.SeatFreed;

/** What is said about a step that is done: access and seat are two outcomes, told apart. */
final class Said {

  private Said() {}

  static RevocationEvent stepDone(Task task, Taken taken) {
    return switch (taken.step()) {
      case DISABLE_ACCOUNT, END_SESSIONS, REVOKE_TOKENS, LEAVE_GROUPS ->
          new AccessRemoved(
              task.id(),
              task.candidate(),
              task.seat(),
              taken.how(),
              taken.step(),
              taken.operation());
      case FREE_SEAT ->
          new SeatFreed(
              task.id(),
              task.candidate(),
              task.seat(),
              taken.how(),
              taken.step(),
              taken.operation());
    };
  }
}
