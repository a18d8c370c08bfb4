package dev.reclaim.consent.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.consent.Letter;
import dev.reclaim.consent.Question;
import dev.reclaim.consent.Sentence;
import dev.reclaim.events.CampaignPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A letter as an Adaptive Card, schema 1.4, in the envelope that Teams workflows take. Text goes
 * into text runs, which know no markup, so that nothing in it becomes a link or a mention. Buttons
 * open a page and send nothing.
 */
final class Card {

  /** The message size limit of Teams is about 28 KB; a little is left for what it adds. */
  static final int LARGEST = 27 * 1024;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Letter letter;
  private final boolean withCode;

  Card(Letter letter, boolean withCode) {
    this.letter = letter;
    this.withCode = withCode;
  }

  /** How much is said of each question. */
  private enum Told {
    WHOLE,
    /** What is known, what is lost, and what silence means. */
    BRIEFLY
  }

  /** With every reason where they fit, else briefly, else as many of them as fit. */
  String json() {
    String whole = json(letter.items().size(), Told.WHOLE);
    for (int shown = letter.items().size(); shown > 0 && isTooLarge(whole); shown--) {
      whole = json(shown, Told.BRIEFLY);
    }
    return whole;
  }

  static boolean isTooLarge(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length > LARGEST;
  }

  private String json(int shown, Told told) {
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put("type", "message");
    // For the flow: whose chat it is, and the same id when the same message comes again.
    envelope.put("id", letter.id().value());
    letter.reader().email().ifPresent(it -> envelope.put("recipient", it));
    ObjectNode attachment = envelope.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.putNull("contentUrl");
    attachment.set("content", card(shown, told));
    try {
      return JSON.writeValueAsString(envelope);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a card that cannot be written", e);
    }
  }

  private ObjectNode card(int shown, Told told) {
    ObjectNode card = JSON.createObjectNode();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.put("lang", letter.words().lang());
    card.put("fallbackText", letter.subject());
    card.putObject("msteams").put("width", "Full");
    ArrayNode body = card.putArray("body");
    say(body, letter.title()).put("weight", "Bolder").put("size", "Large");
    say(body, letter.greeting());
    letter.opening().ifPresent(it -> say(body, it));
    letter.sender().ifPresent(it -> introduce(body, it));
    for (Letter.Item item : letter.items().subList(0, shown)) {
      add(body, item, told);
    }
    int left = letter.items().size() - shown;
    if (left > 0) {
      say(body, letter.words().say("more-questions", left)).put("weight", "Bolder");
      opens(body, letter.words().label("nav.me"), letter.mine());
    }
    if (withCode) {
      say(body, letter.words().label("mail.code"));
      say(body, letter.spacedCode()).put("size", "Large").put("fontType", "Monospace");
      say(body, letter.words().label("mail.nothing"));
    } else {
      say(body, letter.words().label("chat.sign-in"));
    }
    say(body, letter.words().label("foot")).put("isSubtle", true).put("size", "Small");
    return card;
  }

  private void introduce(ArrayNode body, CampaignPlan.Sender sender) {
    sender
        .picture()
        .ifPresent(
            it ->
                body.addObject()
                    .put("type", "Image")
                    .put("url", it)
                    .put("altText", "")
                    .put("size", "Small"));
    say(body, letter.words().say("asks", sender.name())).put("isSubtle", true);
  }

  private void add(ArrayNode body, Letter.Item item, Told told) {
    Question question = item.question();
    ObjectNode container = body.addObject().put("type", "Container").put("separator", true);
    ArrayNode parts = container.putArray("items");
    if (letter.several()) {
      say(parts, question.title()).put("weight", "Bolder");
    }
    say(parts, question.seat()).put("isSubtle", true);
    if (told == Told.WHOLE) {
      question.intro().ifPresent(it -> say(parts, it));
    }
    say(parts, question.evidence());
    if (told == Told.WHOLE) {
      question.price().ifPresent(it -> say(parts, it).put("weight", "Bolder"));
      explain(parts, "why", question.because().stream().map(Sentence::text).toList());
      explain(parts, "goes", List.of(question.goes()));
      explain(parts, "stays", List.of(question.stays()));
      explain(parts, "way-back-title", List.of(question.wayBack()));
    } else {
      say(parts, question.goes());
    }
    say(parts, question.silence()).put("weight", "Bolder");
    opens(parts, letter.words().label("mail.button"), item.link());
  }

  private static void opens(ArrayNode parts, String title, String address) {
    parts
        .addObject()
        .put("type", "ActionSet")
        .putArray("actions")
        .addObject()
        .put("type", "Action.OpenUrl")
        .put("title", title)
        .put("url", address);
  }

  private void explain(ArrayNode parts, String label, List<String> texts) {
    say(parts, letter.words().label(label)).put("weight", "Bolder");
    texts.forEach(it -> say(parts, it));
  }

  /** Adds a paragraph; what is returned styles it. */
  private static ObjectNode say(ArrayNode parts, String text) {
    return parts
        .addObject()
        .put("type", "RichTextBlock")
        .putArray("inlines")
        .addObject()
        .put("type", "TextRun")
        .put("text", text);
  }
}
