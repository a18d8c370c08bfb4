package dev.reclaim.consent.channels;

import dev.reclaim.consent.Channel;
import dev.reclaim.consent.Channels;
import dev.reclaim.consent.Messages;
import dev.reclaim.consent.Pauses;
import dev.reclaim.consent.SendsPrompts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How many messages wait for each channel. The service stays ready while one is away: nothing is
 * lost, and everything else goes on.
 */
@Readiness
@Startup
@Singleton
public class WaitingMessagesHealth implements HealthCheck {

  private final List<Channel> channels;
  private final Messages messages;
  private final Pauses pauses;
  private final InstantSource clock;

  WaitingMessagesHealth(
      Channels channels,
      Messages messages,
      Pauses pauses,
      InstantSource clock,
      MeterRegistry metrics) {
    this.channels = channels.all().stream().map(SendsPrompts::channel).toList();
    this.messages = messages;
    this.pauses = pauses;
    this.clock = clock;
    for (Channel channel : this.channels) {
      Gauge.builder(
              "reclaim.messages.waiting", () -> messages.waiting(channel, clock.instant()).count())
          .tag("channel", name(channel))
          .description("Messages that should have left by now and that their channel has not taken")
          .register(metrics);
      Gauge.builder("reclaim.channel.stopped", () -> pauses.stopOf(channel).isPresent() ? 1 : 0)
          .tag("channel", name(channel))
          .description("1 for a channel that takes nothing until an operator resumes it")
          .register(metrics);
    }
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder health = HealthCheckResponse.named("messages").up();
    for (Channel channel : channels) {
      Messages.Waiting waiting = messages.waiting(channel, clock.instant());
      String name = name(channel);
      health.withData(name + ".waiting", waiting.count());
      waiting.oldest().ifPresent(oldest -> health.withData(name + ".oldest", oldest.toString()));
      waiting.trouble().ifPresent(trouble -> health.withData(name + ".trouble", trouble));
      pauses.stopOf(channel).ifPresent(stop -> health.withData(name + ".stopped", stop.why()));
    }
    return health.build();
  }

  private static String name(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }
}
