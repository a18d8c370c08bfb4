package dev.reclaim.usage;

import dev.reclaim.connectors.Connections;
import dev.reclaim.usage.directory.ConfiguredConnections;
import dev.reclaim.usage.directory.ConnectedDirectories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is configured, parsed once into what the service works with. */
@ApplicationScoped
public class WiringSettings {

  @Produces
  @Singleton
  Belief.Limits lookLimits(
      @ConfigProperty(name = "reclaim.seats.collapse-share") double share,
      @ConfigProperty(name = "reclaim.seats.collapse-count") int count,
      @ConfigProperty(name = "reclaim.seats.collapse-looks") int looks) {
    return new Belief.Limits(share, count, looks);
  }

  @Produces
  @Singleton
  FindMissingPeople.Limits missingLimits(
      @ConfigProperty(name = "reclaim.people.missing-share") double share,
      @ConfigProperty(name = "reclaim.people.missing-count") int count) {
    return new FindMissingPeople.Limits(share, count);
  }

  @Produces
  @Singleton
  Connections connections(ConfiguredConnections configured) {
    return Connections.from(configured.byName());
  }

  @Produces
  @Singleton
  Directories directories(Connections connections) {
    return new ConnectedDirectories(connections);
  }

  void close(@Disposes Connections connections) {
    connections.close();
  }
}
