package dev.reclaim.sandbox.graph;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reading products, enterprise applications, and the sign-in log. */
final class Apps {

  private static final Pattern EITHER_ID = Pattern.compile("id eq '(.*)' or appId eq '(.*)'");
  private static final Pattern SIGN_INS =
      Pattern.compile("createdDateTime ge (\\S+) and appId eq '(.*)'");

  private final Tenant tenant;
  private final Shows shows;
  private final Pages pages;

  Apps(Tenant tenant, Pages pages) {
    this.tenant = tenant;
    this.shows = new Shows(tenant);
    this.pages = pages;
  }

  /** Empty if it is about none of these. */
  Optional<Reply> answer(Request request) {
    if (request.is("GET", "subscribedSkus")) {
      return Optional.of(
          pages.page(
              request, tenant.skus.values().stream().map(sku -> shows.sku(sku, request)).toList()));
    }
    if (request.is("GET", "servicePrincipals")) {
      return Optional.of(find(request));
    }
    if (request.is("GET", "servicePrincipals/*/appRoleAssignedTo")) {
      App app = tenant.apps.get(request.segment(1));
      return Optional.of(
          app == null
              ? Reply.gone(request.segment(1))
              : pages.page(
                  request,
                  app.assignments.stream().map(one -> shows.assignment(app, one)).toList()));
    }
    if (request.is("GET", "auditLogs/signIns")) {
      return Optional.of(signIns(request));
    }
    return Optional.empty();
  }

  private Reply find(Request request) {
    Matcher filter = EITHER_ID.matcher(request.param("$filter").orElse(""));
    if (!filter.matches()) {
      return Reply.bad("Invalid filter clause");
    }
    return pages.page(
        request,
        tenant.apps.values().stream()
            .filter(app -> app.id.equals(filter.group(1)) || app.appId.equals(filter.group(2)))
            .map(app -> shows.app(app, request))
            .toList());
  }

  private Reply signIns(Request request) {
    Matcher filter = SIGN_INS.matcher(request.param("$filter").orElse(""));
    if (!filter.matches()) {
      return Reply.bad("Invalid filter clause");
    }
    Instant since = OffsetDateTime.parse(filter.group(1)).toInstant();
    return pages.page(
        request,
        tenant.signIns.reversed().stream()
            .filter(one -> !one.at().isBefore(since) && one.appId().equals(filter.group(2)))
            .map(Shows::signIn)
            .toList());
  }
}
