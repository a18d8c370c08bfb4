package dev.reclaim.consent.webhook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.consent.Letter;
import dev.reclaim.consent.Question;
import java.time.Instant;
import java.util.Locale;

/** A letter as data: whoever receives it writes it down for its reader in their own way. */
final class Body {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Body() {}

  static String of(Letter letter, Instant at) {
    ObjectNode body = JSON.createObjectNode();
    body.put("type", "reclaim.message." + letter.purpose().name().toLowerCase(Locale.ROOT));
    body.put("timestamp", at.toString());
    ObjectNode data = body.putObject("data");
    data.put("message", letter.id().value());
    ObjectNode reader = data.putObject("reader");
    reader.put("name", letter.reader().name());
    letter.reader().email().ifPresent(it -> reader.put("email", it));
    ArrayNode identifiers = reader.putArray("identifiers");
    letter
        .reader()
        .identifiers()
        .forEach(
            it -> identifiers.addObject().put("kind", it.kind().name()).put("value", it.value()));
    data.put("language", letter.words().lang());
    data.put("subject", letter.subject());
    data.put("title", letter.title());
    data.put("greeting", letter.greeting());
    letter.opening().ifPresent(it -> data.put("opening", it));
    letter
        .sender()
        .ifPresent(
            it -> {
              ObjectNode sender = data.putObject("sender").put("name", it.name());
              it.picture().ifPresent(picture -> sender.put("picture", picture));
            });
    ArrayNode questions = data.putArray("questions");
    letter.items().forEach(it -> add(questions.addObject(), it));
    data.put("codeLabel", letter.words().label("mail.code"));
    data.put("code", letter.code());
    data.put("nothing", letter.words().label("mail.nothing"));
    data.put("foot", letter.words().label("foot"));
    return body.toString();
  }

  private static void add(ObjectNode to, Letter.Item item) {
    Question question = item.question();
    to.put("title", question.title());
    to.put("seat", question.seat());
    question.intro().ifPresent(it -> to.put("intro", it));
    to.put("evidence", question.evidence());
    question.price().ifPresent(it -> to.put("price", it));
    ArrayNode because = to.putArray("because");
    question.because().forEach(it -> because.add(it.text()));
    ObjectNode languages = to.putObject("languages");
    question.languages().forEach(languages::put);
    for (int i = 0; i < question.because().size(); i++) {
      String part = "because." + i;
      question.because().get(i).lang().ifPresent(it -> languages.put(part, it));
    }
    to.put("goes", question.goes());
    to.put("stays", question.stays());
    to.put("wayBack", question.wayBack());
    to.put("silence", question.silence());
    to.put("until", item.prompt().until().toString());
    to.put("link", item.link());
  }
}
