package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.ConnectorKind;
import dev.reclaim.connectors.Settings;
import java.time.InstantSource;

/** {@code type=microsoft-graph}. Microsoft's libraries are loaded with the first connection. */
public final class MicrosoftGraphKind implements ConnectorKind {

  @Override
  public String type() {
    return "microsoft-graph";
  }

  @Override
  public Connector open(Settings settings) {
    return new MicrosoftGraph(GraphSettings.from(settings), InstantSource.system());
  }
}
