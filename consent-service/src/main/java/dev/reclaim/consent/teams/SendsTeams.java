package dev.reclaim.consent.teams;

import dev.reclaim.consent.Channel;
import dev.reclaim.consent.Letter;
import dev.reclaim.consent.SendsPrompts;
import dev.reclaim.events.Holder;
import dev.reclaim.outgoing.Call;
import dev.reclaim.outgoing.Reply;
import dev.reclaim.outgoing.Sends;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Microsoft Teams, through a workflow with the trigger "When a Teams webhook request is received".
 * It answers 202 for what it has taken; whether the flow behind it ran, it does not tell.
 */
public final class SendsTeams implements SendsPrompts {

  /** Where a 429 names no time; workflows are throttled per minute. */
  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

  private final TeamsSettings settings;
  private final Sends http;
  private final InstantSource clock;

  public SendsTeams(TeamsSettings settings, Sends http, InstantSource clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.TEAMS;
  }

  /** The flow finds people by their address. */
  @Override
  public boolean reaches(Holder reader) {
    return reader.email().isPresent();
  }

  @Override
  public Outcome send(Letter letter) {
    if (!reaches(letter.reader())) {
      return new Outcome.Undeliverable("HR knows no e-mail address of the reader");
    }
    String card = new Card(letter, settings.withCode()).json();
    if (Card.isTooLarge(card)) {
      return new Outcome.Undeliverable("the question is too long for a card in Teams");
    }
    URI address;
    try {
      address = settings.address();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return later(e.getMessage());
    }
    return switch (http.send(new Call("POST", address, Map.of(), Optional.of(card)))) {
      case Reply.Answered answer -> of(answer);
      case Reply.Unreachable no -> later(no.why());
      case Reply.Lost no -> later(no.why());
      case Reply.Forbidden no -> later(no.why());
    };
  }

  private Outcome of(Reply.Answered answer) {
    return switch (answer.status()) {
      case 202 -> new Outcome.Delivered(Optional.empty());
      // Something took it that is no such workflow: to repeat it would ask somebody twice.
      case 200, 201, 203, 204, 205, 206 ->
          new Outcome.Undeliverable(
              "the address answers " + answer.status() + ", and a Teams workflow answers 202");
      case 400, 413, 422 ->
          new Outcome.Undeliverable("Teams refuses the card with " + answer.status());
      case 429 ->
          new Outcome.TryLater(
              "Teams asks to wait (429)",
              Optional.of(answer.retryAfter(clock.instant()).orElse(USUAL_WAIT)));
      case 401, 403, 404, 410 ->
          later("the workflow answers " + answer.status() + ": is it on, and its address right?");
      // What it asks for besides 429 is not for all of us: the message waits as long as usual.
      default -> later("Teams answers " + answer.status());
    };
  }

  private static Outcome later(String why) {
    return new Outcome.TryLater(why, Optional.empty());
  }
}
