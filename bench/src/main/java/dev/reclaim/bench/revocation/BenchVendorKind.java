package dev.reclaim.bench.revocation;

import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.ConnectorKind;
import dev.reclaim.connectors.Settings;

/** Connects to a vendor of {@link BenchVendors}. */
public final class BenchVendorKind implements ConnectorKind {

  static final String TYPE = "bench-vendor";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Connector open(Settings settings) {
    return new BenchConnector(
        settings.required("url"), Integer.parseInt(settings.required("changes-per-second")));
  }
}
