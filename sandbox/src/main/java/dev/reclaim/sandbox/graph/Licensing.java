package dev.reclaim.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code assignLicense}: all of a call or nothing of it. */
final class Licensing {

  private final Tenant tenant;
  private final Effects effects;

  Licensing(Tenant tenant, Effects effects) {
    this.tenant = tenant;
    this.effects = effects;
  }

  Reply assign(User user, Request request) {
    JsonNode body = request.json();
    if (!body.path("addLicenses").isArray() || !body.path("removeLicenses").isArray()) {
      return Reply.bad(
          "One or more parameters of the operation 'assignLicense' are missing from the request"
              + " payload. The missing parameters are: addLicenses or removeLicenses.");
    }
    Map<String, Set<String>> add = new LinkedHashMap<>();
    body.path("addLicenses")
        .forEach(one -> add.put(one.path("skuId").asText(), plans(one.path("disabledPlans"))));
    Set<String> remove = new LinkedHashSet<>();
    body.path("removeLicenses").forEach(one -> remove.add(one.asText()));
    for (String sku : remove) {
      if (!tenant.skus.containsKey(sku)) {
        return Reply.bad("License " + sku + " does not correspond to a valid company License.");
      }
      if (!user.licences.containsKey(sku)) {
        return Reply.bad(
            tenant.givers(user, sku).isEmpty()
                ? "User does not have a corresponding license."
                : "User license is inherited from a group membership and it cannot be removed"
                    + " directly from the user.");
      }
    }
    for (String sku : add.keySet()) {
      if (!tenant.skus.containsKey(sku)) {
        return Reply.bad("License " + sku + " does not correspond to a valid company License.");
      }
      if (!tenant.skusOf(user).contains(sku)
          && tenant.consumed(sku) >= tenant.skus.get(sku).seats()) {
        return Reply.bad("Subscription with SKU " + sku + " does not have any available licenses.");
      }
    }
    remove.forEach(sku -> take(user, sku));
    add.forEach((sku, plans) -> give(user, sku, plans));
    return Reply.ok(new Shows(tenant).user(user, request));
  }

  private void take(User user, String sku) {
    user.licences.remove(sku);
    effects.add(Effect.Kind.LICENCE_REMOVED, user, tenant.skus.get(sku).partNumber());
  }

  private void give(User user, String sku, Set<String> plans) {
    if (!plans.equals(user.licences.put(sku, plans))) {
      effects.add(Effect.Kind.LICENCE_ADDED, user, tenant.skus.get(sku).partNumber());
    }
  }

  private static Set<String> plans(JsonNode plans) {
    Set<String> all = new TreeSet<>();
    plans.forEach(plan -> all.add(plan.asText()));
    return all;
  }
}
