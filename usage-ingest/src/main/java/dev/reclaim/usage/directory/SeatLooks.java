package dev.reclaim.usage.directory;

import dev.reclaim.connectors.SeatListing;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.messaging.Transactions;
import dev.reclaim.usage.Directories;
import dev.reclaim.usage.KeepsApplications;
import dev.reclaim.usage.LookAtSeats;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Looks at the licence group of every application, again and again. The directory is asked outside
 * any transaction; what it says is compared in one.
 */
@ApplicationScoped
public class SeatLooks {

  private static final Logger LOG = Logger.getLogger(SeatLooks.class);

  private final KeepsApplications applications;
  private final Directories directories;
  private final LookAtSeats lookAtSeats;
  private final Transactions transactions;
  private final InstantSource clock;

  SeatLooks(
      KeepsApplications applications,
      Directories directories,
      LookAtSeats lookAtSeats,
      Transactions transactions,
      InstantSource clock) {
    this.applications = applications;
    this.directories = directories;
    this.lookAtSeats = lookAtSeats;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Looks at every group once; one that cannot be read does not stop the others. */
  @Scheduled(
      identity = "seat-looks",
      every = "${reclaim.seats.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void lookAtAll() {
    applications.withSeats().forEach(this::lookAt);
  }

  private void lookAt(KeepsApplications.Listed listed) {
    try {
      SeatListing listing = directories.list(listed.seats());
      transactions.run(() -> take(listed.application(), listing));
    } catch (RuntimeException e) {
      LOG.warnf(e, "The look at the seats of %s came to nothing", listed.application());
    }
  }

  private void take(ApplicationId application, SeatListing listing) {
    lookAtSeats
        .take(application, listing, clock.instant())
        .trouble()
        .ifPresent(why -> LOG.warnf("The seats of %s stay as they are: %s", application, why));
  }
}
