package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Keeps the member attributes in step with primaryGroupID (MS-ADTS 3.1.1.3.2): whoever gets another
 * primary group vanishes from its member attribute and appears in the one of the former.
 */
final class PrimaryGroups {

  private static final String PRIMARY = "primaryGroupID";

  private PrimaryGroups() {}

  static List<Entry> follow(List<Entry> all, Entry old, Entry next) throws LDAPException {
    String from = old.getAttributeValue(PRIMARY);
    String to = next.getAttributeValue(PRIMARY);
    if (Objects.equals(from, to)) {
      return all;
    }
    Entry leaving = group(all, from);
    Entry entering = group(all, to);
    if (!entering.removeAttributeValue("member", next.getDN())) {
      throw new LDAPException(
          ResultCode.UNWILLING_TO_PERFORM,
          "00000529: SvcErr: DSID-031A120D, problem 5003 (WILL_NOT_PERFORM), data 0\n");
    }
    leaving.addAttribute("member", next.getDN());
    return all.stream().map(entry -> newest(entry, leaving, entering)).toList();
  }

  private static Entry newest(Entry entry, Entry leaving, Entry entering) {
    if (entry.getDN().equals(leaving.getDN())) {
      return leaving;
    }
    return entry.getDN().equals(entering.getDN()) ? entering : entry;
  }

  private static Entry group(List<Entry> all, String number) throws LDAPException {
    return all.stream()
        .filter(entry -> entry.hasObjectClass("group"))
        .filter(entry -> isNumbered(entry, number))
        .findFirst()
        .orElseThrow(Refusal::unknownMember)
        .duplicate();
  }

  private static boolean isNumbered(Entry entry, String number) {
    OptionalInt own = SecurityIds.numberOf(entry);
    return own.isPresent() && Integer.toString(own.getAsInt()).equals(number);
  }
}
