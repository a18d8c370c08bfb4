package dev.reclaim.consent.webhook;

import dev.reclaim.consent.Channel;
import dev.reclaim.consent.Letter;
import dev.reclaim.consent.Pauses;
import dev.reclaim.consent.Seals;
import dev.reclaim.consent.SendsPrompts;
import dev.reclaim.events.Holder;
import dev.reclaim.outgoing.Call;
import dev.reclaim.outgoing.Reply;
import dev.reclaim.outgoing.Sends;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Signed webhooks, as Standard Webhooks 1.0 describes them. The id is the message's, the same for
 * every attempt, so a receiver can tell a repeat. Any 2xx takes it; 410 ends it for good.
 */
public final class SendsWebhooks implements SendsPrompts {

  private static final Logger LOG = Logger.getLogger(SendsWebhooks.class);

  /** Where a 429 names no time. */
  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

  private static final String GONE =
      "The receiver answered 410: it is gone. Put up another, then resume the channel.";

  private final WebhookSettings settings;
  private final Sends http;
  private final StandardWebhook signing;
  private final Pauses pauses;
  private final InstantSource clock;

  public SendsWebhooks(
      WebhookSettings settings, Sends http, Seals seals, Pauses pauses, InstantSource clock) {
    this.settings = settings;
    this.http = http;
    this.signing = new StandardWebhook(seals);
    this.pauses = pauses;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.WEBHOOK;
  }

  /** Whom the receiver knows is its own business; once it is gone, nobody is reached. */
  @Override
  public boolean reaches(Holder reader) {
    return pauses.stopOf(Channel.WEBHOOK).isEmpty();
  }

  @Override
  public Outcome send(Letter letter) {
    if (!reaches(letter.reader())) {
      return new Outcome.Undeliverable(GONE);
    }
    Instant now = clock.instant();
    String body = Body.of(letter, now);
    Map<String, String> headers;
    try {
      headers = signing.headers(letter.id().value(), now, body, settings.revealed());
    } catch (IllegalArgumentException | IllegalStateException e) {
      return new Outcome.TryLater(e.getMessage(), Optional.empty());
    }
    Call call = new Call("POST", settings.address().below(""), headers, Optional.of(body));
    return switch (http.send(call)) {
      case Reply.Answered answer -> of(answer, now);
      case Reply.Unreachable no -> new Outcome.TryLater(no.why(), Optional.empty());
      case Reply.Lost no -> new Outcome.TryLater(no.why(), Optional.empty());
      case Reply.Forbidden no -> new Outcome.TryLater(no.why(), Optional.empty());
    };
  }

  private Outcome of(Reply.Answered answer, Instant now) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Outcome.Delivered(Optional.empty());
    }
    return switch (status) {
      case 410 -> {
        if (pauses.stop(Channel.WEBHOOK, new Pauses.Stop(now, GONE))) {
          LOG.errorf("The channel webhook is stopped. %s", GONE);
        }
        yield new Outcome.Undeliverable(GONE);
      }
      case 422 -> new Outcome.Undeliverable("the receiver does not reach the reader (422)");
      case 429 ->
          new Outcome.TryLater(
              "the receiver asks to wait (429)",
              Optional.of(answer.retryAfter(now).orElse(USUAL_WAIT)));
      // What it asks for besides 429 is not for all of us: the message waits as long as usual.
      default -> new Outcome.TryLater("the receiver answers " + status, Optional.empty());
    };
  }
}
