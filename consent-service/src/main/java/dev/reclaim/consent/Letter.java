package dev.reclaim.consent;

import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.Holder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A message in its reader's words, ready for any channel. All of it is data: nothing in it is ever
 * executed.
 *
 * @param items at least one
 * @param code what the reader types to answer without a session; the same for all items
 * @param words labels in the reader's language
 * @param attempt from one; a later one may follow one that reached its reader unnoticed
 */
public record Letter(
    MessageId id,
    Message.Purpose purpose,
    Holder reader,
    List<Item> items,
    String code,
    Words words,
    int attempt) {

  public Letter {
    items = List.copyOf(items);
  }

  /**
   * One question.
   *
   * @param link leads to its page; it names the question and decides nothing
   */
  public record Item(Prompt prompt, Question question, String link) {

    @Override
    public String toString() {
      return "Item[" + prompt.id() + "]";
    }
  }

  public String greeting() {
    return words.say("greeting", reader.name());
  }

  public boolean several() {
    return items.size() > 1;
  }

  /** Of the only question, or how many there are. */
  public String subject() {
    String subject =
        several()
            ? words.say("several.subject", items.size())
            : items.getFirst().question().subject();
    String whole =
        switch (purpose) {
          case ASK, DIGEST -> subject;
          case REMINDER -> words.say("reminder.subject", subject);
          case TEST -> words.say("test.subject", subject);
        };
    return whole.replaceAll("[\\r\\n]+", " ");
  }

  public String title() {
    return several()
        ? words.say("several.title", items.size())
        : items.getFirst().question().title();
  }

  /** Of the title, where that is not the reader's language. */
  public Optional<String> titleLang() {
    return several() ? Optional.empty() : items.getFirst().question().langOf("title");
  }

  /** Where all that is asked of the reader stands. */
  public String mine() {
    return items.getFirst().link().replaceFirst("/prompts/[^/]*$", "/me");
  }

  /** Who asks, where all campaigns in it say the same. */
  public Optional<CampaignPlan.Sender> sender() {
    List<Optional<CampaignPlan.Sender>> senders =
        items.stream().map(it -> it.question().sender()).distinct().toList();
    return senders.size() == 1 ? senders.getFirst() : Optional.empty();
  }

  /** The highest of its questions'. */
  public CampaignPlan.Priority priority() {
    return items.stream()
        .map(it -> it.question().priority())
        .max(Comparator.naturalOrder())
        .orElse(CampaignPlan.Priority.NORMAL);
  }

  /** What a reminder begins with, or a test. */
  public Optional<String> opening() {
    return switch (purpose) {
      case ASK, DIGEST -> Optional.empty();
      case REMINDER -> Optional.of(words.say("reminder.opening"));
      case TEST -> Optional.of(words.say("test.opening"));
    };
  }

  /** As people read it out: two groups of three. */
  public String spacedCode() {
    return code.substring(0, 3) + " " + code.substring(3);
  }

  @Override
  public String toString() {
    return "Letter[" + id + "]";
  }
}
