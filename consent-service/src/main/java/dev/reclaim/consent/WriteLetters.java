package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a message into words, with links and a code that nobody but its reader sees. */
public final class WriteLetters {

  private final CandidateList candidates;
  private final Prompts prompts;
  private final People people;
  private final Applications applications;
  private final Secrets secrets;
  private final String pages;

  /**
   * @param pages where links lead to, without a slash at the end
   */
  public WriteLetters(
      CandidateList candidates,
      Prompts prompts,
      People people,
      Applications applications,
      Secrets secrets,
      String pages) {
    this.candidates = candidates;
    this.prompts = prompts;
    this.people = people;
    this.applications = applications;
    this.secrets = secrets;
    this.pages = pages;
  }

  /**
   * Makes links and code, and keeps what is kept of them; must be called inside a transaction.
   *
   * @return empty when HR does not know the reader any more
   */
  public Optional<Letter> write(Message message, Instant now) {
    return people.find(message.reader()).map(reader -> write(message, reader, now));
  }

  private Letter write(Message message, Holder reader, Instant now) {
    Words words = Words.of(Optional.of(reader), now);
    String code = secrets.code();
    List<Letter.Item> items = new ArrayList<>();
    for (PromptId id : message.prompts()) {
      Prompt prompt = prompts.find(id).orElseThrow();
      Secrets.Fresh fresh = secrets.fresh(code);
      prompts.keep(id, fresh);
      items.add(
          new Letter.Item(prompt, question(prompt, words), pages + "/prompts/" + fresh.token()));
    }
    return new Letter(
        message.id(), message.purpose(), reader, items, code, words, message.attempt());
  }

  private Question question(Prompt prompt, Words words) {
    return Question.of(
        Question.Material.of(
            candidates.find(prompt.candidate()).orElseThrow().file(), prompt, people, applications),
        words);
  }
}
