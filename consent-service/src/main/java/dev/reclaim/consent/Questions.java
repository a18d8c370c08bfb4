package dev.reclaim.consent;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Set;

/** Writes questions down and puts them into messages. */
public final class Questions {

  private final Prompts prompts;
  private final Messages messages;
  private final People people;
  private final Channels channels;

  public Questions(Prompts prompts, Messages messages, People people, Channels channels) {
    this.prompts = prompts;
    this.messages = messages;
    this.people = people;
    this.channels = channels;
  }

  void open(CandidateId candidate, Decision.Ask ask, Instant now) {
    if (prompts.open(candidate, ask, now)) {
      Message.Purpose purpose =
          switch (ask.kind()) {
            case HOLDER -> Message.Purpose.ASK;
            case APPROVER -> Message.Purpose.DIGEST;
          };
      // Whom no channel reaches is tried by mail: that it does not arrive is then on the record.
      Channel channel = people.find(ask.asked()).flatMap(channels::first).orElse(Channel.MAIL);
      messages.gather(ask.prompt(), new Messages.Wanted(ask.asked(), purpose, channel), now, now);
    }
  }

  void closeAllBut(CandidateId candidate, Set<PromptId> open, Instant now) {
    prompts.closeAllBut(candidate, open, now);
  }

  boolean delivered(Set<PromptId> open) {
    return prompts.delivered(open);
  }
}
