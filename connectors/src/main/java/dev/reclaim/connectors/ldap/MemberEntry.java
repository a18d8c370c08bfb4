package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.Entry;
import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.Identifier.Kind;
import dev.reclaim.events.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads by which names the directory knows a member of a group. */
final class MemberEntry {

  static final String[] READ = {
    "objectClass",
    "objectGUID",
    "userPrincipalName",
    "sAMAccountName",
    "mail",
    "employeeNumber",
    "employeeID",
    "cn"
  };

  private MemberEntry() {}

  static ListedSeat asSeat(Entry member, Via via) {
    List<Identifier> names = new ArrayList<>();
    name(member, "employeeNumber")
        .or(() -> name(member, "employeeID"))
        .ifPresent(value -> names.add(new Identifier(Kind.EMPLOYEE_NUMBER, value)));
    name(member, "userPrincipalName")
        .ifPresent(value -> names.add(new Identifier(Kind.USER_PRINCIPAL_NAME, value)));
    name(member, "mail").ifPresent(value -> names.add(new Identifier(Kind.EMAIL, value)));
    name(member, "sAMAccountName")
        .ifPresent(value -> names.add(new Identifier(Kind.SAM_ACCOUNT_NAME, value)));
    Optional.ofNullable(member.getAttributeValueBytes("objectGUID"))
        .map(ObjectGuid::of)
        .ifPresent(guid -> names.add(new Identifier(Kind.OTHER, guid.toString())));
    return new ListedSeat(login(member), names, via);
  }

  /** Members of other domains have nothing but a security identifier as their common name. */
  private static String login(Entry member) {
    return name(member, "userPrincipalName")
        .or(() -> name(member, "sAMAccountName"))
        .or(() -> name(member, "mail"))
        .or(() -> name(member, "cn"))
        .orElseGet(member::getDN);
  }

  private static Optional<String> name(Entry entry, String attribute) {
    return Optional.ofNullable(entry.getAttributeValue(attribute))
        .filter(value -> !value.isBlank());
  }
}
