package dev.reclaim.consent;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Writes questions down and puts them into messages, within the budget of people's attention. */
public final class Questions {

  private final Prompts prompts;
  private final Messages messages;
  private final People people;
  private final Channels channels;
  private final AttentionBudget budget;

  public Questions(
      Prompts prompts,
      Messages messages,
      People people,
      Channels channels,
      AttentionBudget budget) {
    this.prompts = prompts;
    this.messages = messages;
    this.people = people;
    this.channels = channels;
    this.budget = budget;
  }

  AttentionBudget budget() {
    return budget;
  }

  boolean reach(Holder reader) {
    return channels.first(reader).isPresent();
  }

  Instant askFrom(Holder reader, Instant now) {
    return budget.askFrom(reader, messages.lately(reader.id()), now);
  }

  Instant hearsFrom(Holder approver, Instant now) {
    return budget.digestFrom(approver, messages.lately(approver.id()), now);
  }

  /** When a channel took it; empty when none did, or when it came back. */
  Optional<Instant> deliveredAt(PromptId prompt) {
    return prompts.find(prompt).flatMap(Prompt::sentAt);
  }

  void extend(PromptId prompt, Instant until) {
    prompts.extend(prompt, until);
  }

  void closeAllBut(CandidateId candidate, Set<PromptId> open, Instant now) {
    prompts.closeAllBut(candidate, open, now);
  }

  void open(CandidateId candidate, Decision.Ask ask, Instant now) {
    if (prompts.open(candidate, ask, now)) {
      Message.Purpose purpose =
          switch (ask.kind()) {
            case HOLDER -> Message.Purpose.ASK;
            case APPROVER -> Message.Purpose.DIGEST;
          };
      send(ask.prompt(), ask.asked(), purpose, Set.of(), ask.sendFrom(), now);
    }
  }

  /**
   * By a channel that was not used yet, where there is one: the first stayed unanswered. An
   * approver is reminded in the day's message.
   */
  void remind(Decision.Remind remind, Instant now) {
    Set<Channel> used = messages.channelsOf(remind.prompt());
    switch (remind.kind()) {
      case HOLDER -> send(remind.prompt(), remind.who(), Message.Purpose.REMINDER, used, now, now);
      case APPROVER ->
          send(
              remind.prompt(),
              remind.who(),
              Message.Purpose.DIGEST,
              used,
              people.find(remind.who()).map(it -> hearsFrom(it, now)).orElse(now),
              now);
    }
  }

  private void send(
      PromptId prompt,
      HolderId reader,
      Message.Purpose purpose,
      Set<Channel> used,
      Instant from,
      Instant now) {
    Optional<Holder> known = people.find(reader);
    // Whom no channel reaches is tried by mail: that it does not arrive is then on the record.
    Channel channel =
        known
            .flatMap(it -> channels.after(it, used))
            .or(() -> known.flatMap(channels::first))
            .orElse(Channel.MAIL);
    messages.gather(
        prompt, new Messages.Wanted(reader, purpose, channel), from.plus(budget.gather()), now);
  }
}
