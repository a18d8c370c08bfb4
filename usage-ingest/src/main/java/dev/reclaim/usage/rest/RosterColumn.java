package dev.reclaim.usage.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a roster may say, with the other names that HR systems and directories give it. */
enum RosterColumn {
  EMPLOYEE_NUMBER("employeeNumber", "employeeid personnelnumber empno"),
  USER_PRINCIPAL_NAME("userPrincipalName", "upn"),
  EMAIL("email", "mail emailaddress workemail"),
  SAM_ACCOUNT_NAME("samAccountName", "login username accountname"),
  OTHER_ACCOUNTS("otherAccounts", "otheraccount objectid"),
  NAME("name", "displayname fullname"),
  STATUS("status", "employmentstatus"),
  SINCE("since", "statussince effectivedate"),
  MANAGER("manager", "managerid manageremail"),
  OWNER("owner", ""),
  DEPARTMENT("department", "dept"),
  LOCALE("locale", "language preferredlanguage"),
  TIME_ZONE("timeZone", "tz"),
  WORKING_DAYS("workingDays", "workdays"),
  KIND("kind", "type identitytype"),
  STARTED_AT("startedAt", "startdate hiredate entrydate"),
  CONTRACT_ENDS("contractEnds", "contractend contractenddate enddate"),
  COST_CENTRE("costCentre", "costcenter"),
  LOCATION("location", "site office"),
  GROUPS("groups", "memberof"),
  ACCOUNT_ENABLED("accountEnabled", "enabled"),
  IN_ROSTER("inRoster", "");

  private final String title;
  private final String aliases;

  RosterColumn(String title, String aliases) {
    this.title = title;
    this.aliases = aliases;
  }

  /** As this product spells it. */
  String title() {
    return title;
  }

  /** The column behind a heading, whatever its case, spaces, hyphens and underscores. */
  static Optional<RosterColumn> named(String heading) {
    String plain = plain(heading);
    return Stream.of(values())
        .filter(
            column ->
                plain(column.title).equals(plain)
                    || (!plain.isEmpty() && column.aliases().contains(plain)))
        .findFirst();
  }

  private List<String> aliases() {
    return List.of(aliases.split(" ", -1));
  }

  private static String plain(String heading) {
    return heading.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }
}
