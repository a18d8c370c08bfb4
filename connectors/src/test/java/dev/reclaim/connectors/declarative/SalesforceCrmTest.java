package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.conformance.DeprovisionsConformance;
import dev.reclaim.connectors.conformance.DisablingSurvivesLostAnswersConformance;
import dev.reclaim.connectors.conformance.ListsSeatsConformance;
import dev.reclaim.connectors.conformance.NamedSourcesConformance;
import dev.reclaim.connectors.conformance.RestoresConformance;
import dev.reclaim.sandbox.vendor.SalesforceCrm;

class SalesforceCrmTest extends VendorConformance
    implements ListsSeatsConformance,
        DeprovisionsConformance,
        RestoresConformance,
        NamedSourcesConformance,
        DisablingSurvivesLostAnswersConformance {

  SalesforceCrmTest() {
    super(new SalesforceCrm());
  }
}
