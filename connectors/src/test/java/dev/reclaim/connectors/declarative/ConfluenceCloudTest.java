package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.conformance.ListsSeatsConformance;
import dev.reclaim.connectors.conformance.NamedSourcesConformance;
import dev.reclaim.connectors.conformance.RestoresConformance;
import dev.reclaim.sandbox.vendor.ConfluenceCloud;

class ConfluenceCloudTest extends VendorConformance
    implements ListsSeatsConformance, RestoresConformance, NamedSourcesConformance {

  ConfluenceCloudTest() {
    super(new ConfluenceCloud());
  }
}
