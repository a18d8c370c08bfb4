package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.conformance.InheritedSeatsConformance;
import dev.reclaim.connectors.conformance.ListsSeatsConformance;
import dev.reclaim.connectors.conformance.NamedSourcesConformance;
import dev.reclaim.connectors.conformance.RestoresConformance;
import dev.reclaim.sandbox.vendor.OktaSsoApp;

class OktaSsoAppTest extends VendorConformance
    implements ListsSeatsConformance,
        RestoresConformance,
        InheritedSeatsConformance,
        NamedSourcesConformance {

  OktaSsoAppTest() {
    super(new OktaSsoApp());
  }
}
