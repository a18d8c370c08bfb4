package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.AssignedLicense;
import com.microsoft.graph.models.LicenseAssignmentState;
import com.microsoft.graph.models.User;
import dev.reclaim.events.Identifier;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One user object, as it was just read.
 *
 * @param name the user principal name
 * @param identifiers all names by which the tenant knows the person
 * @param products the ids of all skus that it has, on whatever road
 */
record Person(
    String id,
    String name,
    List<Identifier> identifiers,
    Access access,
    List<Licence> licences,
    Set<UUID> products) {

  static final String[] LABELS = {
    "id", "userPrincipalName", "mail", "employeeId", "onPremisesSamAccountName"
  };

  static final String[] ALL = {
    "id",
    "userPrincipalName",
    "mail",
    "employeeId",
    "onPremisesSamAccountName",
    "accountEnabled",
    "onPremisesSyncEnabled",
    "signInSessionsValidFromDateTime",
    "assignedLicenses",
    "licenseAssignmentStates"
  };

  /**
   * Whether and how it can be signed in to.
   *
   * @param synced whether the account is mastered in Active Directory
   * @param sessionsValidFrom sessions that began before it are ended
   */
  record Access(boolean enabled, boolean synced, Optional<Instant> sessionsValidFrom) {}

  static Person of(User user) {
    return new Person(
        user.getId(),
        user.getUserPrincipalName(),
        identifiersOf(user),
        new Access(
            !Boolean.FALSE.equals(user.getAccountEnabled()),
            Boolean.TRUE.equals(user.getOnPremisesSyncEnabled()),
            Optional.ofNullable(user.getSignInSessionsValidFromDateTime())
                .map(OffsetDateTime::toInstant)),
        Objects.requireNonNullElse(
                user.getLicenseAssignmentStates(), List.<LicenseAssignmentState>of())
            .stream()
            .map(Licence::of)
            .toList(),
        Objects.requireNonNullElse(user.getAssignedLicenses(), List.<AssignedLicense>of()).stream()
            .map(AssignedLicense::getSkuId)
            .collect(Collectors.toUnmodifiableSet()));
  }

  static List<Identifier> identifiersOf(User user) {
    List<Identifier> identifiers = new ArrayList<>();
    add(identifiers, Identifier.Kind.EMPLOYEE_NUMBER, user.getEmployeeId());
    add(identifiers, Identifier.Kind.USER_PRINCIPAL_NAME, user.getUserPrincipalName());
    add(identifiers, Identifier.Kind.EMAIL, user.getMail());
    add(identifiers, Identifier.Kind.SAM_ACCOUNT_NAME, user.getOnPremisesSamAccountName());
    add(identifiers, Identifier.Kind.OTHER, user.getId());
    return identifiers;
  }

  private static void add(List<Identifier> identifiers, Identifier.Kind kind, String value) {
    if (value != null && !value.isBlank()) {
      identifiers.add(new Identifier(kind, value));
    }
  }
}
