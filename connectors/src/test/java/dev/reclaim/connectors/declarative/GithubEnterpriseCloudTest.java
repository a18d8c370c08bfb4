package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.conformance.ListsSeatsConformance;
import dev.reclaim.connectors.conformance.RestoresConformance;
import dev.reclaim.sandbox.vendor.GithubEnterpriseCloud;

class GithubEnterpriseCloudTest extends VendorConformance
    implements ListsSeatsConformance, RestoresConformance {

  GithubEnterpriseCloudTest() {
    super(new GithubEnterpriseCloud());
  }
}
