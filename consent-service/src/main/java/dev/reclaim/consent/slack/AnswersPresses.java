package dev.reclaim.consent.slack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.consent.People;
import dev.reclaim.consent.Prompts;
import dev.reclaim.consent.Secrets;
import dev.reclaim.consent.Words;
import dev.reclaim.outgoing.Call;
import dev.reclaim.outgoing.Reply;
import dev.reclaim.outgoing.Sends;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells whoever pressed a button, and nobody else, where the question is answered. A press decides
 * nothing: it is neither the holder's own session nor the code that they type.
 */
public final class AnswersPresses {

  private static final Logger LOG = Logger.getLogger(AnswersPresses.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SlackSettings settings;
  private final Sends http;
  private final Knows knows;

  /**
   * What it looks at.
   *
   * @param pages where links lead to, without a slash at the end
   */
  public record Knows(
      Prompts prompts, People people, Secrets secrets, String pages, InstantSource clock) {}

  public AnswersPresses(SlackSettings settings, Sends http, Knows knows) {
    this.settings = settings;
    this.http = http;
    this.knows = knows;
  }

  /** A word that cannot be said is not said later: the button has opened the page already. */
  void answer(Interaction press) {
    Optional<Prompts.Linked> linked =
        knows.prompts().linkedBy(knows.secrets().hashOfToken(press.link()));
    if (linked.isEmpty()) {
      return;
    }
    Words words =
        Words.of(knows.people().find(linked.get().prompt().asked()), knows.clock().instant());
    ObjectNode body = JSON.createObjectNode();
    body.put("response_type", "ephemeral");
    body.put("replace_original", false);
    body.put(
        "text",
        Blocks.escaped(words.label("chat.decides-nothing"))
            + " "
            + knows.pages()
            + "/prompts/"
            + press.link());
    URI address;
    try {
      address = settings.hooks().given(press.answerTo());
    } catch (IllegalArgumentException e) {
      LOG.warn("A button press names an address that is not Slack's; it is not answered");
      return;
    }
    Reply reply = http.send(new Call("POST", address, Map.of(), Optional.of(body.toString())));
    if (!(reply instanceof Reply.Answered answer && answer.status() == 200)) {
      LOG.warnf("A button press could not be answered: %s", reply);
    }
  }
}
