package dev.reclaim.usage;

import dev.reclaim.events.Holder;
import dev.reclaim.events.InboxEvent.HolderReported;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A person as HR would describe it; active unless told otherwise. */
record PersonText(
    Optional<String> employeeNumber,
    Optional<String> userPrincipalName,
    Optional<String> address,
    Optional<String> samAccountName,
    HolderReported.Status status,
    Optional<String> boss) {

  static PersonText of() {
    return new PersonText(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        HolderReported.Status.ACTIVE,
        Optional.empty());
  }

  PersonText number(String value) {
    return new PersonText(
        Optional.of(value), userPrincipalName, address, samAccountName, status, boss);
  }

  PersonText upn(String value) {
    return new PersonText(
        employeeNumber, Optional.of(value), address, samAccountName, status, boss);
  }

  PersonText email(String value) {
    return new PersonText(
        employeeNumber, userPrincipalName, Optional.of(value), samAccountName, status, boss);
  }

  PersonText sam(String value) {
    return new PersonText(
        employeeNumber, userPrincipalName, address, Optional.of(value), status, boss);
  }

  PersonText left() {
    return new PersonText(
        employeeNumber,
        userPrincipalName,
        address,
        samAccountName,
        HolderReported.Status.LEFT,
        boss);
  }

  PersonText reportsTo(String value) {
    return new PersonText(
        employeeNumber, userPrincipalName, address, samAccountName, status, Optional.of(value));
  }

  HolderReported report() {
    return report(Optional.empty());
  }

  HolderReported report(Optional<Holder.Details> details) {
    return new HolderReported(
        employeeNumber,
        userPrincipalName,
        address,
        samAccountName,
        List.of(),
        Holder.Kind.PERSON,
        "Somebody",
        status,
        Optional.empty(),
        boss,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        details);
  }
}
