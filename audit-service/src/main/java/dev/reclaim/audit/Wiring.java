package dev.reclaim.audit;

import dev.reclaim.audit.kafka.HearsEvents;
import dev.reclaim.audit.keyfile.SigningKeyFile;
import dev.reclaim.audit.postgres.PostgresLog;
import dev.reclaim.audit.postgres.PostgresLogRows;
import dev.reclaim.events.Topic;
import dev.reclaim.messaging.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins what the service is with what it runs on. */
@ApplicationScoped
public class Wiring {

  @Produces
  @Singleton
  LogSigner signer(
      @ConfigProperty(name = "reclaim.audit.origin") String origin,
      @ConfigProperty(name = "reclaim.audit.key-file") Path keyFile) {
    return new LogSigner(origin, new SigningKeyFile(keyFile).readOrMake());
  }

  @Produces
  @Singleton
  ReadsLog log(DataSource database) {
    return new PostgresLog(database);
  }

  @Produces
  @Singleton
  SealDecision sealDecision(ReadsLog log, LogSigner signer) {
    return new SealDecision(log, signer);
  }

  @Produces
  @Singleton
  HearsEvents hearsEvents(DataSource database, LogSigner signer, InstantSource clock) {
    return new HearsEvents(new AppendEntries(new PostgresLogRows(database), signer, clock));
  }

  @Produces
  @Singleton
  @Named("signals")
  Subscription signals(HearsEvents hears) {
    return new Subscription(Topic.SIGNALS, hears);
  }

  @Produces
  @Singleton
  @Named("policy")
  Subscription policy(HearsEvents hears) {
    return new Subscription(Topic.POLICY, hears);
  }

  @Produces
  @Singleton
  @Named("candidates")
  Subscription candidates(HearsEvents hears) {
    return new Subscription(Topic.CANDIDATES, hears);
  }

  @Produces
  @Singleton
  @Named("consent")
  Subscription consent(HearsEvents hears) {
    return new Subscription(Topic.CONSENT, hears);
  }

  @Produces
  @Singleton
  @Named("revocations")
  Subscription revocations(HearsEvents hears) {
    return new Subscription(Topic.REVOCATIONS, hears);
  }
}
