package dev.reclaim.consent.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.consent.Channel;
import dev.reclaim.consent.Letter;
import dev.reclaim.consent.SendsPrompts;
import dev.reclaim.events.Holder;
import dev.reclaim.outgoing.Sends;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Slack, as a direct message of an app: {@code users.lookupByEmail}, {@code conversations.open},
 * {@code chat.postMessage}. Slack knows no idempotency key, so before a message is repeated, the
 * conversation is looked at.
 */
public final class SendsSlack implements SendsPrompts {

  /** Our messages are few; what lies behind so many others was answered or has expired. */
  private static final String LOOK_BACK = "50";

  private final SlackApi slack;

  public SendsSlack(SlackSettings settings, Sends http, InstantSource clock) {
    this.slack = new SlackApi(settings, http, clock);
  }

  @Override
  public Channel channel() {
    return Channel.SLACK;
  }

  @Override
  public boolean reaches(Holder reader) {
    return reader.email().isPresent();
  }

  /** Either the next step's input, or the end. */
  private sealed interface Step {
    record Next(String value) implements Step {}

    record End(Outcome outcome) implements Step {}
  }

  @Override
  public Outcome send(Letter letter) {
    Optional<String> address = letter.reader().email();
    if (address.isEmpty()) {
      return new Outcome.Undeliverable("HR knows no e-mail address of the reader");
    }
    return switch (conversationWith(address.get())) {
      case Step.End end -> end.outcome();
      case Step.Next(String conversation) -> sendInto(conversation, letter);
    };
  }

  private Step conversationWith(String address) {
    return switch (slack.form("users.lookupByEmail", Map.of("email", address))) {
      case SlackAnswer.Ok ok when ok.body().path("user").path("deleted").asBoolean() ->
          new Step.End(new Outcome.Undeliverable("the reader's account in Slack is deactivated"));
      case SlackAnswer.Ok ok -> opened(ok.body().path("user").path("id").asText());
      case SlackAnswer.Refused no -> new Step.End(no.outcome());
      case SlackAnswer.Later later -> new Step.End(later(later.why(), later.after()));
      case SlackAnswer.Lost lost -> new Step.End(later(lost.why(), Optional.empty()));
    };
  }

  /** To open it again gives the same one. */
  private Step opened(String user) {
    return switch (slack.form("conversations.open", Map.of("users", user))) {
      case SlackAnswer.Ok ok -> named(ok.body().path("channel").path("id").asText());
      case SlackAnswer.Refused no -> new Step.End(no.outcome());
      case SlackAnswer.Later later -> new Step.End(later(later.why(), later.after()));
      case SlackAnswer.Lost lost -> new Step.End(later(lost.why(), Optional.empty()));
    };
  }

  private static Step named(String conversation) {
    return conversation.isEmpty()
        ? new Step.End(later("Slack names no conversation with the reader", Optional.empty()))
        : new Step.Next(conversation);
  }

  private Outcome sendInto(String conversation, Letter letter) {
    if (letter.attempt() > 1) {
      Optional<Outcome> known = lookFor(conversation, letter);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return switch (slack.json("chat.postMessage", Blocks.message(letter, conversation))) {
      case SlackAnswer.Ok ok -> delivered(conversation, ok.body().path("ts").asText());
      case SlackAnswer.Refused no -> no.outcome();
      case SlackAnswer.Later later -> later(later.why(), later.after());
      case SlackAnswer.Lost lost ->
          lookFor(conversation, letter).orElseGet(() -> later(lost.why(), Optional.empty()));
    };
  }

  /** Empty when it is not there, so that it may be sent. */
  private Optional<Outcome> lookFor(String conversation, Letter letter) {
    Map<String, String> wanted =
        Map.of("channel", conversation, "include_all_metadata", "true", "limit", LOOK_BACK);
    return switch (slack.form("conversations.history", wanted)) {
      case SlackAnswer.Ok ok ->
          found(ok.body(), letter).map(message -> delivered(conversation, message));
      case SlackAnswer.Refused no ->
          Optional.of(
              later("whether it was sent before cannot be seen: " + no.error(), Optional.empty()));
      case SlackAnswer.Later later -> Optional.of(later(later.why(), later.after()));
      case SlackAnswer.Lost lost -> Optional.of(later(lost.why(), Optional.empty()));
    };
  }

  private static Optional<String> found(JsonNode history, Letter letter) {
    for (JsonNode message : history.path("messages")) {
      JsonNode metadata = message.path("metadata");
      if (metadata.path("event_type").asText().equals(Blocks.METADATA)
          && metadata.path("event_payload").path("id").asText().equals(letter.id().value())) {
        return Optional.of(message.path("ts").asText());
      }
    }
    return Optional.empty();
  }

  private static Outcome delivered(String conversation, String message) {
    return new Outcome.Delivered(Optional.of(conversation + "/" + message));
  }

  private static Outcome later(String why, Optional<Duration> after) {
    return new Outcome.TryLater(why, after);
  }
}
