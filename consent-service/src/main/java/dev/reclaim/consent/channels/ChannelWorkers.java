package dev.reclaim.consent.channels;

import dev.reclaim.consent.CandidateDesk;
import dev.reclaim.consent.Channel;
import dev.reclaim.consent.Channels;
import dev.reclaim.consent.Input;
import dev.reclaim.consent.Letter;
import dev.reclaim.consent.Message;
import dev.reclaim.consent.MessageId;
import dev.reclaim.consent.Messages;
import dev.reclaim.consent.NextMessage;
import dev.reclaim.consent.Pauses;
import dev.reclaim.consent.Prompts;
import dev.reclaim.consent.WhenMessageFailsThenTryAnother;
import dev.reclaim.consent.WriteLetters;
import dev.reclaim.events.PromptId;
import dev.reclaim.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One worker for each channel that this installation has, or some where it takes several. */
@Singleton
public class ChannelWorkers implements ChannelWorker.Desk {

  private final List<ChannelWorker> workers;
  private final Messages messages;
  private final Prompts prompts;
  private final CandidateDesk candidates;
  private final NextMessage next;
  private final WriteLetters letters;
  private final WhenMessageFailsThenTryAnother fails;
  private final Pauses pauses;
  private final InstantSource clock;

  ChannelWorkers(
      Channels channels,
      Messages messages,
      Prompts prompts,
      CandidateDesk candidates,
      NextMessage next,
      WriteLetters letters,
      WhenMessageFailsThenTryAnother fails,
      Pauses pauses,
      InstantSource clock,
      Settings settings) {
    this.messages = messages;
    this.prompts = prompts;
    this.candidates = candidates;
    this.next = next;
    this.letters = letters;
    this.fails = fails;
    this.pauses = pauses;
    this.clock = clock;
    ChannelWorker.Pace pace = new ChannelWorker.Pace(settings.every, settings.retry);
    this.workers =
        channels.all().stream()
            .flatMap(
                channel ->
                    Stream.generate(() -> channel)
                        .limit(channel.severalAtOnce() ? settings.atOnce : 1))
            .map(channel -> new ChannelWorker(channel, this, pace))
            .toList();
  }

  /** How fast, from the configuration. */
  @Singleton
  static class Settings {
    private final Duration every;
    private final Duration retry;
    private final int atOnce;

    Settings(
        @ConfigProperty(name = "reclaim.consent.channels.every") Duration every,
        @ConfigProperty(name = "reclaim.consent.channels.retry") Duration retry,
        @ConfigProperty(name = "reclaim.consent.channels.at-once") int atOnce) {
      if (atOnce < 1) {
        throw new IllegalArgumentException("reclaim.consent.channels.at-once: is less than 1");
      }
      this.every = every;
      this.retry = retry;
      this.atOnce = atOnce;
    }
  }

  void begin(@Observes StartupEvent event) {
    workers.forEach(ChannelWorker::start);
  }

  void end(@Observes ShutdownEvent event) {
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      workers.forEach(worker -> together.execute(worker::close));
    }
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Optional<Message> claim(Channel channel, Instant leaseUntil) {
    return next.claim(channel, now(), leaseUntil);
  }

  /** Each question in a transaction of its own, which locks one candidate and no message. */
  @Override
  public Optional<Message> leaving(Message claimed) {
    for (PromptId prompt : claimed.prompts()) {
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  prompts
                      .find(prompt)
                      .filter(it -> it.sentAt().isEmpty())
                      .ifPresent(
                          it ->
                              candidates.take(
                                  it.candidate(),
                                  new Input.QuestionLeaves(prompt),
                                  Cause.NONE,
                                  now())));
    }
    return QuarkusTransaction.requiringNew()
        .call(() -> messages.find(claimed.id()).filter(it -> !it.prompts().isEmpty()));
  }

  @Override
  public Optional<Letter> letter(Message message) {
    return letters.write(message, now());
  }

  @Override
  public Messages messages() {
    return messages;
  }

  @Override
  public void undeliverable(MessageId message, String why) {
    fails.undeliverable(message, why, now());
  }

  @Override
  public void rest(Channel channel, Instant until) {
    pauses.rest(channel, until);
  }
}
