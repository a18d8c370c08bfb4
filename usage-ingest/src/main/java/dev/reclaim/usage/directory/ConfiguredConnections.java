package dev.reclaim.usage.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The settings of all connections, {@code reclaim.connections.<name>.<key>}. */
@ConfigMapping(prefix = "reclaim.connections")
public interface ConfiguredConnections {

  @WithParentName
  Map<String, Map<String, String>> byName();
}
