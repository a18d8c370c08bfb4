package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.conformance.DeprovisionsConformance;
import dev.reclaim.connectors.conformance.DisablingSurvivesLostAnswersConformance;
import dev.reclaim.connectors.conformance.ListsSeatsConformance;
import dev.reclaim.connectors.conformance.RestoresConformance;
import dev.reclaim.sandbox.vendor.GithubEnterpriseServer;

class GithubEnterpriseServerTest extends VendorConformance
    implements ListsSeatsConformance,
        DeprovisionsConformance,
        RestoresConformance,
        DisablingSurvivesLostAnswersConformance {

  GithubEnterpriseServerTest() {
    super(new GithubEnterpriseServer());
  }
}
