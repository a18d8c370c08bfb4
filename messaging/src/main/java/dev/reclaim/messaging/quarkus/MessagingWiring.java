package dev.reclaim.messaging.quarkus;

import dev.reclaim.messaging.ConsumerLoop;
import dev.reclaim.messaging.ForgetsHandled;
import dev.reclaim.messaging.Inbox;
import dev.reclaim.messaging.Loop;
import dev.reclaim.messaging.OutboxRelay;
import dev.reclaim.messaging.PostgresOutbox;
import dev.reclaim.messaging.Sender;
import dev.reclaim.messaging.Subscription;
import dev.reclaim.messaging.Transactions;
import io.quarkus.arc.DefaultBean;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts the relay and one loop per {@link Subscription} bean when the service starts, and ends
 * them when it stops.
 */
@ApplicationScoped
public class MessagingWiring {

  private final DataSource database;
  private final Map<String, Object> kafka;
  private final String service;
  private final Duration remember;
  private final List<Loop> loops = new ArrayList<>();

  MessagingWiring(
      DataSource database,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "reclaim.messaging.remember", defaultValue = "P30D")
          Duration remember) {
    this.database = database;
    this.kafka = Map.copyOf(kafka);
    this.service = service;
    this.remember = remember;
  }

  @Produces
  @Singleton
  @DefaultBean
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  PostgresOutbox outbox(InstantSource clock) {
    return new PostgresOutbox(database, clock, service);
  }

  @Produces
  @Singleton
  Inbox inbox(InstantSource clock) {
    return new Inbox(database, clock);
  }

  @Produces
  @Singleton
  Sender sender() {
    return new Sender(kafka);
  }

  @Produces
  @Singleton
  Transactions transactions() {
    return work -> QuarkusTransaction.requiringNew().run(work);
  }

  void start(
      @Observes StartupEvent event,
      @Any Instance<Subscription> subscriptions,
      Transactions transactions,
      Inbox inbox,
      PostgresOutbox outbox,
      Sender sender,
      InstantSource clock) {
    loops.add(new OutboxRelay(database, sender));
    loops.add(new ForgetsHandled(inbox, transactions, clock, remember));
    for (Subscription subscription : subscriptions) {
      loops.add(new ConsumerLoop(kafka, service, subscription, transactions, inbox, outbox));
    }
    loops.forEach(Loop::start);
  }

  void stop(@Observes ShutdownEvent event, Sender sender) {
    loops.parallelStream().forEach(Loop::close);
    sender.close();
  }

  /** The loops of this service, for its health check. */
  public List<Loop> loops() {
    return List.copyOf(loops);
  }
}
