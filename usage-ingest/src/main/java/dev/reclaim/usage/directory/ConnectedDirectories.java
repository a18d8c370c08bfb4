package dev.reclaim.usage.directory;

import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.usage.Directories;
import org.jboss.logging.Logger;

/** The directories that are configured as connections. */
public final class ConnectedDirectories implements Directories {

  private static final Logger LOG = Logger.getLogger(ConnectedDirectories.class);

  private final Connections connections;

  public ConnectedDirectories(Connections connections) {
    this.connections = connections;
  }

  @Override
  public SeatListing list(SeatSource source) {
    try {
      return connections
          .named(source.connection())
          .as(ListsSeats.class)
          .map(directory -> directory.list(source))
          .orElseGet(
              () ->
                  new SeatListing.Unreadable(
                      "connection %s cannot list seats".formatted(source.connection()),
                      "Name a connection in the application that can"));
    } catch (RuntimeException e) {
      LOG.debug("a look failed", e);
      return new SeatListing.Unreadable(
          "the look failed: " + e.getMessage(), "Check the connection");
    }
  }
}
