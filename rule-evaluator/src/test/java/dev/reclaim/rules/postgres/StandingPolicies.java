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

/** Policy that nobody changes, all in its first version. */
record StandingPolicies(List<? extends Policy> all) implements Policies {

  @Override
  public List<PolicyVersion> standing(PolicyKind kind) {
    return all.stream()
        .filter(policy -> policy.policyId().kind() == kind)
        .map(
            policy ->
                new PolicyVersion(
                    new PolicyDocument(policy, Map.of()), 1, "admin", Instant.EPOCH, false))
        .toList();
  }

  @Override
  public Optional<PolicyVersion> find(PolicyId id, OptionalInt version) {
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
