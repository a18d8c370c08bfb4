package dev.reclaim.consent.channels;

import dev.reclaim.consent.Channel;
import dev.reclaim.consent.Channels;
import dev.reclaim.consent.Messages;
import dev.reclaim.consent.SendsPrompts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
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
@Singleton
public class WaitingMessagesHealth implements HealthCheck {

  private final List<Channel> channels;
  private final Messages messages;

  WaitingMessagesHealth(Channels channels, Messages messages, MeterRegistry metrics) {
    this.channels = channels.all().stream().map(SendsPrompts::channel).toList();
    this.messages = messages;
    for (Channel channel : this.channels) {
      Gauge.builder("reclaim.messages.waiting", () -> messages.waiting(channel).count())
          .tag("channel", name(channel))
          .description("Messages that were tried and that their channel has not taken yet")
          .register(metrics);
    }
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder health = HealthCheckResponse.named("messages").up();
    for (Channel channel : channels) {
      Messages.Waiting waiting = messages.waiting(channel);
      String name = name(channel);
      health.withData(name + ".waiting", waiting.count());
      waiting.oldest().ifPresent(oldest -> health.withData(name + ".oldest", oldest.toString()));
      waiting.trouble().ifPresent(trouble -> health.withData(name + ".trouble", trouble));
    }
    return health.build();
  }

  private static String name(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }
}
