package dev.reclaim.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The outside systems: {@code reclaim.connections.<name>.<key>}; see each type for its keys. */
@ConfigMapping(prefix = "reclaim.connections")
public interface WiringConnections {

  @WithParentName
  Map<String, Map<String, String>> byName();
}
