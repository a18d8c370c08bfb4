package dev.reclaim.usage.rest;

import dev.reclaim.events.InboxEvent.HolderReported;

/** One line of a roster. */
sealed interface RosterLine {

  int line();

  record Person(int line, HolderReported report) implements RosterLine {}

  record Wrong(int line, String field, String reason) implements RosterLine {

    /** Takes a message that begins with {@code field: }. */
    static Wrong because(int line, String message) {
      int colon = message.indexOf(": ");
      return colon > 0
          ? new Wrong(line, message.substring(0, colon), message.substring(colon + 2))
          : new Wrong(line, "line", message);
    }
  }
}
