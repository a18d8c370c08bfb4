package dev.reclaim.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * Takes the next message to be sent, when its reader may be written to. It was planned for such an
 * hour; but a channel that was away, or a bounce, may have made it late.
 */
public final class NextMessage {

  private final Messages messages;
  private final People people;
  private final AttentionBudget budget;

  public NextMessage(Messages messages, People people, AttentionBudget budget) {
    this.messages = messages;
    this.people = people;
    this.budget = budget;
  }

  /** As {@link Messages#claim}; whose reader sleeps is put off until the morning. */
  public Optional<Message> claim(Channel channel, Instant now, Instant leaseUntil) {
    Optional<Message> next = messages.claim(channel, now, leaseUntil);
    while (next.isPresent()) {
      Instant from = mayLeaveFrom(next.get(), now);
      if (!from.isAfter(now)) {
        return next;
      }
      messages.putOff(next.get().id(), from);
      next = messages.claim(channel, now, leaseUntil);
    }
    return Optional.empty();
  }

  private Instant mayLeaveFrom(Message message, Instant now) {
    return switch (message.purpose()) {
      case ASK, DIGEST, REMINDER ->
          people.find(message.reader()).map(it -> budget.outOfQuietHours(it, now)).orElse(now);
      case TEST -> now;
    };
  }
}
