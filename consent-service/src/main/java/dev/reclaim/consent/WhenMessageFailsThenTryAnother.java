package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A message that will not reach its reader goes out by the next channel; where there is none, the
 * candidate hears that the question never arrived. Must be called inside a transaction.
 */
public final class WhenMessageFailsThenTryAnother {

  private final Messages messages;
  private final Prompts prompts;
  private final People people;
  private final Channels channels;
  private final Candidates candidates;
  private final CandidateDesk desk;

  public WhenMessageFailsThenTryAnother(
      Messages messages,
      Prompts prompts,
      People people,
      Channels channels,
      Candidates candidates,
      CandidateDesk desk) {
    this.messages = messages;
    this.prompts = prompts;
    this.people = people;
    this.channels = channels;
    this.candidates = candidates;
    this.desk = desk;
  }

  /**
   * Refused by its channel, or come back: a bounce names the message by its id. What is known
   * already has no effect.
   *
   * @return whether there is such a message, and this is news
   */
  public boolean undeliverable(MessageId id, String why, Instant now) {
    Optional<Message> message =
        messages.find(id).filter(it -> messages.undeliverable(it.id(), why));
    message.ifPresent(it -> another(it, why, now));
    return message.isPresent();
  }

  private void another(Message message, String why, Instant now) {
    Optional<Holder> reader = people.find(message.reader());
    for (PromptId prompt : message.prompts()) {
      Optional<Prompt> question = prompts.find(prompt);
      Optional<Channel> next =
          reader
              .filter(_ -> question.filter(this::isDecided).isEmpty())
              .flatMap(it -> channels.after(it, messages.channelsOf(prompt)));
      if (next.isPresent()) {
        messages.gather(
            prompt, new Messages.Wanted(message.reader(), message.purpose(), next.get()), now, now);
      } else if (!prompts.delivered(Set.of(prompt))) {
        // While an earlier message holds it, a reminder that comes back takes nothing away.
        question.ifPresent(
            it -> desk.take(it.candidate(), new Input.Undeliverable(prompt, why), Cause.NONE, now));
      }
    }
  }

  /** Asking by another channel would come too late: somebody's silence was taken for an answer. */
  private boolean isDecided(Prompt prompt) {
    return candidates.lock(prompt.candidate()).orElse(null) instanceof AwaitingRevocation;
  }
}
