package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A membership is deleted; the member never is. */
class DeletionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1.0/groups/g1/members/u1/$ref",
        "/v1.0/groups/g1/members/u1/%24ref",
        "/v1.0/servicePrincipals/s1/appRoleAssignedTo/a1"
      })
  void passMembershipsAndAssignments(String path) {
    assertThatCode(() -> Deletions.mustBePermitted("DELETE", path)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1.0/groups/g1/members/u1",
        "/v1.0/groups/g1/members/u1/",
        "/v1.0/groups/g1/members/$ref",
        "/v1.0/groups/g1",
        "/v1.0/users/u1",
        "/v1.0/servicePrincipals/s1",
        "/v1.0/directory/deletedItems/u1/$ref",
        "/beta/groups/g1/members/u1/$ref"
      })
  void stopEverythingElse(String path) {
    assertThatThrownBy(() -> Deletions.mustBePermitted("DELETE", path))
        .isInstanceOf(Forbidden.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PATCH", "POST"})
  void areTheOnlyOnesThatAreJudged(String method) {
    assertThatCode(() -> Deletions.mustBePermitted(method, "/v1.0/users/u1"))
        .doesNotThrowAnyException();
  }
}
