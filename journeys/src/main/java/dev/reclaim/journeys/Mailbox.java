package dev.reclaim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What people find in their mail. */
final class Mailbox {

  private static final Pattern LINK = Pattern.compile("https?://\\S+/prompts/[A-Za-z0-9_-]+");
  private static final Pattern CODE = Pattern.compile("(?m)\\b(\\d{3})[  -]?(\\d{3})\\b");

  private final Town town;
  private final Http http;

  Mailbox(Town town, Http http) {
    this.town = town;
    this.http = http;
  }

  /** A question: where it is answered, and the code that must be typed there. */
  record Question(String subject, URI link, String code) {}

  /** Waits for the newest question to this person that speaks of somebody's seat, their own too. */
  Question awaitQuestion(Person person, Person about) {
    return Patience.until(
        "a question about the seat of " + about.name() + " in the mailbox of " + person.name(),
        () -> question(person, about));
  }

  private Optional<Question> question(Person person, Person about) {
    JsonNode mails = http.get(town.sandbox("/mailbox/" + person.mail())).expect(200).json();
    return StreamSupport.stream(mails.spliterator(), false)
        .filter(mail -> person.equals(about) || mail.get("text").asText().contains(about.name()))
        .reduce((_, later) -> later)
        .map(mail -> read(mail, about));
  }

  int count(Person person) {
    return http.get(town.sandbox("/mailbox/" + person.mail())).expect(200).json().size();
  }

  /** A mail may hold several questions, each with its link behind the name it is about. */
  private static Question read(JsonNode mail, Person about) {
    String text = mail.get("text").asText();
    Matcher link = LINK.matcher(text);
    if (!link.find(Math.max(0, text.indexOf(about.name())))) {
      throw new StoryFailed("a mail without a link: " + mail.get("subject"));
    }
    Matcher code = CODE.matcher(LINK.matcher(text).replaceAll(""));
    if (!code.find()) {
      throw new StoryFailed("a mail without a code: " + mail.get("subject"));
    }
    return new Question(
        mail.get("subject").asText(), URI.create(link.group()), code.group(1) + code.group(2));
  }
}
