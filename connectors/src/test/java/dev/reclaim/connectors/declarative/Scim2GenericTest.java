package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.conformance.DeprovisionsConformance;
import dev.reclaim.connectors.conformance.DisablingSurvivesLostAnswersConformance;
import dev.reclaim.connectors.conformance.InheritedSeatsConformance;
import dev.reclaim.connectors.conformance.ListsSeatsConformance;
import dev.reclaim.connectors.conformance.NamedSourcesConformance;
import dev.reclaim.connectors.conformance.RestoresConformance;
import dev.reclaim.sandbox.vendor.PlayedVendor;
import dev.reclaim.sandbox.vendor.Scim2Generic;
import dev.reclaim.sandbox.vendor.ScimHabit;
import org.junit.jupiter.api.Nested;

/** One connector, and servers that keep to the standard more and less. */
class Scim2GenericTest {

  /** What each of them must do. */
  abstract static class AccountsConformance extends VendorConformance
      implements ListsSeatsConformance,
          DeprovisionsConformance,
          RestoresConformance,
          DisablingSurvivesLostAnswersConformance {

    AccountsConformance(PlayedVendor server) {
      super(server);
    }
  }

  @Nested
  class KeepsToTheStandard extends AccountsConformance {
    KeepsToTheStandard() {
      super(new Scim2Generic(ScimHabit.STANDARD));
    }
  }

  @Nested
  class KnowsNoPatch extends AccountsConformance {
    KnowsNoPatch() {
      super(new Scim2Generic(ScimHabit.NO_PATCH));
    }
  }

  @Nested
  class IsBare extends AccountsConformance {
    IsBare() {
      super(new Scim2Generic(ScimHabit.BARE));
    }
  }

  @Nested
  class TakesPutsOfSingleAttributes extends AccountsConformance {
    TakesPutsOfSingleAttributes() {
      super(new Scim2Generic(ScimHabit.PARTIAL));
    }
  }

  @Nested
  class ReadsOnByCursor extends AccountsConformance {
    ReadsOnByCursor() {
      super(new Scim2Generic(ScimHabit.CURSOR));
    }
  }

  @Nested
  class WasTriedWithEntraOnly extends AccountsConformance {
    WasTriedWithEntraOnly() {
      super(new Scim2Generic(ScimHabit.ENTRA));
    }
  }

  @Nested
  class ShowsGroupsInAccountsOnly extends AccountsConformance
      implements NamedSourcesConformance, InheritedSeatsConformance {
    ShowsGroupsInAccountsOnly() {
      super(Scim2Generic.withGroups(ScimHabit.ENTRA));
    }
  }

  @Nested
  class GivesSeatsByGroup extends AccountsConformance
      implements NamedSourcesConformance, InheritedSeatsConformance {
    GivesSeatsByGroup() {
      super(Scim2Generic.withGroups(ScimHabit.STANDARD));
    }
  }

  @Nested
  class GivesSeatsByEntitlement extends AccountsConformance {
    GivesSeatsByEntitlement() {
      super(Scim2Generic.withEntitlements(ScimHabit.STANDARD));
    }
  }
}
