package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.conformance.NamedSourcesConformance;
import dev.reclaim.connectors.declarative.Scim2GenericTest.AccountsConformance;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The connector before a server of others' making, in each way that the server understands. */
class Scim2GenericOnSdkTest {

  @Nested
  class ByPatch extends AccountsConformance {
    ByPatch() {
      super(ScimSdkServer.withAccounts(Map.of()));
    }
  }

  @Nested
  class ByPatchWithoutPath extends AccountsConformance {
    ByPatchWithoutPath() {
      super(ScimSdkServer.withAccounts(Map.of("change-by", "patch-without-path")));
    }
  }

  @Nested
  class ByPatchAsEntra extends AccountsConformance {
    ByPatchAsEntra() {
      super(ScimSdkServer.withAccounts(Map.of("change-by", "patch-as-entra")));
    }
  }

  @Nested
  class ByPut extends AccountsConformance {
    ByPut() {
      super(ScimSdkServer.withAccounts(Map.of("change-by", "put")));
    }
  }

  @Nested
  class ByLeavingAGroup extends AccountsConformance implements NamedSourcesConformance {
    ByLeavingAGroup() {
      super(ScimSdkServer.withGroups(Map.of()));
    }
  }

  @Nested
  class ByLeavingAGroupAsWithEntra extends AccountsConformance implements NamedSourcesConformance {
    ByLeavingAGroupAsWithEntra() {
      super(ScimSdkServer.withGroups(Map.of("leave-by", "value")));
    }
  }
}
