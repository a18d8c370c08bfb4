package dev.reclaim.usage;

import dev.reclaim.events.InboxEvent.UsageReported;
import dev.reclaim.events.SourceName;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Sign-ins of Microsoft Entra ID: as its diagnostic settings export them (an envelope with {@code
 * category} and {@code properties}), or as Microsoft Graph lists them ({@code /auditLogs/signIns}).
 *
 * <p>Only a sign-in that a user completed, to a named application, proves use. The moment is {@code
 * createdDateTime}; the envelope's {@code time} is when it was exported, and stands in where the
 * former is missing.
 */
final class EntraSignIns implements VendorSource {

  private static final SourceName NAME = new SourceName("entra-signins");
  private static final Set<String> BY_USERS = Set.of("signinlogs", "noninteractiveusersigninlogs");
  private static final Set<String> SUCCESS = Set.of("0", "success");

  @Override
  public SourceName name() {
    return NAME;
  }

  @Override
  public Verdict judge(VendorRecord entry) {
    Optional<String> otherThanUserSignIn = otherThanUserSignIn(entry);
    if (otherThanUserSignIn.isPresent()) {
      return new Verdict.NotUsage(otherThanUserSignIn.get());
    }
    Optional<String> outcome = outcome(entry);
    if (outcome.isEmpty()) {
      return new Verdict.Broken("resultType", "is missing, and so is status.errorCode");
    }
    if (!SUCCESS.contains(outcome.get().toLowerCase(Locale.ROOT))) {
      return new Verdict.NotUsage("failed sign-in, error " + shortened(outcome.get()));
    }
    return usage(entry);
  }

  private static Verdict usage(VendorRecord entry) {
    Optional<String> account = account(entry);
    if (account.isEmpty()) {
      return isPrincipal(entry)
          ? new Verdict.NotUsage("sign-in of a service principal")
          : new Verdict.Broken("userPrincipalName", "is missing, and so is userId");
    }
    Optional<String> when = property(entry, "createdDateTime").or(() -> entry.text("time"));
    if (when.isEmpty()) {
      return new Verdict.Broken("createdDateTime", "is missing, and so is time");
    }
    Optional<Instant> at = VendorTime.parse(when.get());
    if (at.isEmpty()) {
      return new Verdict.Broken(
          "createdDateTime", "'" + shortened(when.get()) + "' is not a point in time");
    }
    Optional<String> application = application(entry);
    if (application.isEmpty()) {
      return new Verdict.Broken(
          "appDisplayName", "is missing, and so are resourceDisplayName and appId");
    }
    return accept(entry, account.get(), application.get(), at.get());
  }

  /** Without a kind: that somebody came in names no feature that was used. */
  private static Verdict accept(
      VendorRecord entry, String account, String application, Instant at) {
    try {
      UsageReported usage =
          new UsageReported(
              account, application, at, Optional.empty(), Optional.empty(), Optional.empty());
      return new Verdict.Usage(recordId(entry, usage), usage);
    } catch (IllegalArgumentException e) {
      String field = e.getMessage().startsWith("account") ? "userPrincipalName" : "appDisplayName";
      return new Verdict.Broken(field, e.getMessage().replaceFirst("^\\w+: ", ""));
    }
  }

  /**
   * The id of the sign-in where the record has one; otherwise all that tells it from others. The
   * account is part of it either way: one id for two people would swallow the second.
   */
  private static String recordId(VendorRecord entry, UsageReported usage) {
    String own =
        property(entry, "id")
            .orElseGet(
                () ->
                    RecordIds.derive(
                        usage.at().toString(),
                        usage.application(),
                        property(entry, "correlationId").orElse("")));
    return RecordIds.derive(own, usage.key());
  }

  private static Optional<String> otherThanUserSignIn(VendorRecord entry) {
    Optional<String> category = entry.text("category");
    String lowerCase = category.orElse("").toLowerCase(Locale.ROOT);
    if (lowerCase.equals("serviceprincipalsigninlogs")) {
      return Optional.of("sign-in of a service principal");
    }
    if (lowerCase.equals("managedidentitysigninlogs")) {
      return Optional.of("sign-in of a managed identity");
    }
    boolean signIn =
        BY_USERS.contains(lowerCase)
            || entry.text("operationName").orElse("").equalsIgnoreCase("Sign-in activity")
            || (category.isEmpty() && looksLikeGraph(entry));
    if (signIn) {
      return Optional.empty();
    }
    return Optional.of(
        category.map(c -> "not a sign-in: category " + shortened(c)).orElse("not a sign-in"));
  }

  private static boolean looksLikeGraph(VendorRecord entry) {
    return entry.text("status", "errorCode").isPresent()
        && (entry.text("appId").isPresent() || entry.text("appDisplayName").isPresent());
  }

  /** The error code says more than the word beside it. */
  private static Optional<String> outcome(VendorRecord entry) {
    Optional<String> code =
        entry.text("properties", "status", "errorCode").or(() -> entry.text("status", "errorCode"));
    Optional<String> result = entry.text("resultType");
    boolean codeIsSilent = code.isEmpty() || code.get().equals("0");
    return codeIsSilent ? result.or(() -> code) : code;
  }

  private static Optional<String> account(VendorRecord entry) {
    return property(entry, "userPrincipalName").or(() -> property(entry, "userId"));
  }

  private static boolean isPrincipal(VendorRecord entry) {
    return property(entry, "servicePrincipalId").isPresent()
        || property(entry, "servicePrincipalName").isPresent();
  }

  private static Optional<String> application(VendorRecord entry) {
    return property(entry, "appDisplayName")
        .or(() -> property(entry, "resourceDisplayName"))
        .or(() -> property(entry, "appId"));
  }

  private static Optional<String> property(VendorRecord entry, String name) {
    return entry.text("properties", name).or(() -> entry.text(name));
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
