package dev.reclaim.consent;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An answer that is awaited.
 *
 * @param until from this moment on, silence is the answer
 * @param reminders when they are told once more, the next one first
 */
public record Pending(HolderId who, PromptId prompt, Instant until, List<Instant> reminders) {

  public Pending {
    Objects.requireNonNull(who, "who: is missing");
    Objects.requireNonNull(prompt, "prompt: is missing");
    Objects.requireNonNull(until, "until: is missing");
    reminders = List.copyOf(reminders);
  }

  Instant wakeAt() {
    return reminders.isEmpty() ? until : reminders.getFirst();
  }

  boolean reminderIsDue(Instant now) {
    return !reminders.isEmpty() && !reminders.getFirst().isAfter(now);
  }

  /** The deadline has passed, and with it all reminders; it is moved. */
  Pending lasting(Instant longer) {
    return new Pending(who, prompt, longer, List.of());
  }

  /** It is the same question, and there is more time to answer it. */
  boolean lastsLongerThan(Pending other) {
    return prompt.equals(other.prompt) && until.isAfter(other.until);
  }

  /** What was missed is made up for by one reminder, not by all. */
  Pending reminded(Instant now) {
    return new Pending(
        who, prompt, until, reminders.stream().filter(at -> at.isAfter(now)).toList());
  }
}
