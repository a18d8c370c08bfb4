package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.Connector;

/** Asks a connector for a capability that it must have. */
final class On {

  private On() {}

  static <C> C can(Connector connector, Class<C> capability) {
    assertThat(connector.as(capability)).as(capability.getSimpleName()).isPresent();
    return connector.as(capability).orElseThrow();
  }
}
