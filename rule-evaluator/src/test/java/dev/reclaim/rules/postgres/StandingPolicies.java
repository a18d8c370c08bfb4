package dev.reclaim.rules.postgres;

import dev.reclaim.rules.Policies;
import dev.reclaim.rules.Policy;
import dev.reclaim.rules.PolicyDocument;
import dev.reclaim.rules.PolicyId;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.PolicyVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Policy that nobody changes, all in one version. */
record StandingPolicies(List<? extends Policy> all, int version) implements Policies {

  /** In the first version. */
  StandingPolicies(List<? extends Policy> all) {
    this(all, 1);
  }

  @Override
  public List<PolicyVersion> standing(PolicyKind kind) {
    return all.stream()
        .filter(policy -> policy.policyId().kind() == kind)
        .map(
            policy ->
                new PolicyVersion(
                    new PolicyDocument(policy, Map.of()), version, "admin", Instant.EPOCH, false))
        .toList();
  }

  @Override
  public Optional<PolicyVersion> find(PolicyId id, OptionalInt which) {
    return standing(id.kind()).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public List<PolicyVersion> versions(PolicyId id) {
    return find(id, OptionalInt.empty()).stream().toList();
  }

  @Override
  public void lock() {}

  @Override
  public void add(PolicyVersion version) {
    throw new UnsupportedOperationException("nobody changes this policy");
  }
}
