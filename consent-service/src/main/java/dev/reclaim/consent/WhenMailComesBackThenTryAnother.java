package dev.reclaim.consent;

import dev.reclaim.consent.Bounces.Noted;
import dev.reclaim.consent.Bounces.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mail that was given up on its way counts as one that its channel refused. Anybody may write to
 * a mailbox, so a report counts only with the sealed Message-ID of the mail that it is about. Must
 * be called inside a transaction.
 */
public final class WhenMailComesBackThenTryAnother {

  private final MailIds ids;
  private final Messages messages;
  private final Bounces bounces;
  private final WhenMessageFailsThenTryAnother fails;

  public WhenMailComesBackThenTryAnother(
      MailIds ids, Messages messages, Bounces bounces, WhenMessageFailsThenTryAnother fails) {
    this.ids = ids;
    this.messages = messages;
    this.bounces = bounces;
    this.fails = fails;
  }

  /** Empty when this very mail was taken before. */
  public Optional<Noted> take(Bounce bounce, Instant now) {
    if (bounces.isKnown(bounce.id())) {
      return Optional.empty();
    }
    Noted noted = judge(bounce, now);
    return bounces.note(bounce.id(), noted) ? Optional.of(noted) : Optional.empty();
  }

  private Noted judge(Bounce bounce, Instant now) {
    return switch (bounce.says()) {
      case Bounce.Says.Nothing _ -> new Noted(now, Outcome.NO_REPORT, "", Optional.empty());
      case Bounce.Says.Failed(String status) -> about(bounce, status, Outcome.UNDELIVERABLE, now);
      case Bounce.Says.Delayed(String status) -> about(bounce, status, Outcome.DELAYED, now);
      case Bounce.Says.Passed(String status) -> about(bounce, status, Outcome.PASSED, now);
    };
  }

  private Noted about(Bounce bounce, String status, Outcome outcome, Instant now) {
    List<MailIds.Read> quoted = bounce.about().stream().map(ids::read).toList();
    Optional<Message> message =
        quoted.stream()
            .flatMap(
                it ->
                    it instanceof MailIds.Read.Ours(MessageId id)
                        ? find(id).stream()
                        : Stream.empty())
            .findFirst();
    if (message.isEmpty()) {
      boolean forged = quoted.stream().anyMatch(MailIds.Read.Forged.class::isInstance);
      return new Noted(now, forged ? Outcome.FORGED : Outcome.UNMATCHED, status, Optional.empty());
    }
    MessageId id = message.get().id();
    if (outcome == Outcome.UNDELIVERABLE
        && !fails.undeliverable(id, "the mail came back with status " + status, now)) {
      return new Noted(now, Outcome.KNOWN, status, Optional.of(id));
    }
    return new Noted(now, outcome, status, Optional.of(id));
  }

  private Optional<Message> find(MessageId id) {
    return messages.find(id).filter(it -> it.channel() == Channel.MAIL);
  }
}
