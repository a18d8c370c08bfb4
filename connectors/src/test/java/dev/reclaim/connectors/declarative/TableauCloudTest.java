package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.conformance.ListsSeatsConformance;
import dev.reclaim.connectors.conformance.RestoresConformance;
import dev.reclaim.sandbox.vendor.TableauCloud;

class TableauCloudTest extends VendorConformance
    implements ListsSeatsConformance, RestoresConformance {

  TableauCloudTest() {
    super(new TableauCloud());
  }
}
