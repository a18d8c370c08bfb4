package dev.reclaim.consent.slack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.consent.Letter;
import dev.reclaim.consent.Question;
import dev.reclaim.consent.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A letter as a Slack message of blocks. Text goes into rich text, which knows no markup of its
 * own, so that nothing in it becomes a link or a mention. Slack is told not to open our links.
 */
final class Blocks {

  /** A message has 50 blocks at most; a question takes two, and a few are ours. */
  private static final int MOST_QUESTIONS = 20;

  /** Slack takes more; what is longer is said briefly. */
  private static final int LARGEST = 30 * 1024;

  static final String METADATA = "reclaim_message";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Blocks() {}

  /** The body of {@code chat.postMessage}, without the token. */
  static ObjectNode message(Letter letter, String conversation) {
    ObjectNode whole = message(letter, conversation, true);
    return letter.items().size() > MOST_QUESTIONS
            || whole.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST
        ? message(letter, conversation, false)
        : whole;
  }

  private static ObjectNode message(Letter letter, String conversation, boolean wholly) {
    ObjectNode message = JSON.createObjectNode();
    message.put("channel", conversation);
    message.put("text", escaped(letter.subject()));
    message.put("mrkdwn", false);
    message.put("unfurl_links", false);
    message.put("unfurl_media", false);
    ObjectNode metadata = message.putObject("metadata");
    metadata.put("event_type", METADATA);
    metadata.putObject("event_payload").put("id", letter.id().value());
    ArrayNode blocks = message.putArray("blocks");
    int shown = Math.min(letter.items().size(), MOST_QUESTIONS);
    Text head = new Text(blocks);
    head.bold(letter.title()).say(letter.greeting());
    letter.opening().ifPresent(head::say);
    // Without the picture: Slack refuses the whole message when it cannot fetch one.
    letter.sender().ifPresent(it -> head.say(letter.words().say("asks", it.name())));
    for (Letter.Item item : letter.items().subList(0, shown)) {
      add(blocks, letter, item, wholly);
    }
    Text foot = new Text(blocks);
    if (letter.items().size() > shown) {
      foot.link(letter.mine(), letter.words().say("more-questions", letter.items().size() - shown));
    }
    foot.say(letter.words().label("mail.code"))
        .bold(letter.spacedCode())
        .say(letter.words().label("mail.nothing"))
        .say(letter.words().label("foot"));
    return message;
  }

  private static void add(ArrayNode blocks, Letter letter, Letter.Item item, boolean whole) {
    Question question = item.question();
    Text text = new Text(blocks);
    if (letter.several()) {
      text.bold(question.title());
    }
    text.say(question.seat());
    if (whole) {
      question.intro().ifPresent(text::say);
    }
    text.say(question.evidence());
    if (whole) {
      question.price().ifPresent(text::bold);
      explain(text, letter, "why", question.because().stream().map(Sentence::text).toList());
      explain(text, letter, "goes", List.of(question.goes()));
      explain(text, letter, "stays", List.of(question.stays()));
      explain(text, letter, "way-back-title", List.of(question.wayBack()));
    } else {
      text.say(question.goes());
    }
    text.bold(question.silence());
    ObjectNode button =
        blocks
            .addObject()
            .put("type", "actions")
            .putArray("elements")
            .addObject()
            .put("type", "button")
            .put("action_id", Interaction.OPEN)
            .put("url", item.link())
            // Slack tells us when it is pressed; this says which link was meant.
            .put("value", item.link().substring(item.link().lastIndexOf('/') + 1))
            .put("style", "primary");
    button
        .putObject("text")
        .put("type", "plain_text")
        .put("text", letter.words().label("mail.button"))
        .put("emoji", false);
  }

  private static void explain(Text text, Letter letter, String label, List<String> sentences) {
    text.bold(letter.words().label(label));
    sentences.forEach(text::say);
  }

  /** What Slack wants escaped wherever it might look for markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Paragraphs in one block. */
  private static final class Text {
    private final ArrayNode sections;

    Text(ArrayNode blocks) {
      this.sections = blocks.addObject().put("type", "rich_text").putArray("elements");
    }

    Text say(String text) {
      run(text);
      return this;
    }

    Text bold(String text) {
      run(text).putObject("style").put("bold", true);
      return this;
    }

    /** A link of ours, never one of somebody's text. */
    void link(String address, String text) {
      paragraph().put("type", "link").put("url", address).put("text", text);
    }

    private ObjectNode run(String text) {
      return paragraph().put("type", "text").put("text", text + "\n");
    }

    private ObjectNode paragraph() {
      return sections.addObject().put("type", "rich_text_section").putArray("elements").addObject();
    }
  }
}
