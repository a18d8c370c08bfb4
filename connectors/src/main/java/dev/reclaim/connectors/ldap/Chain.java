package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;

/**
 * Membership through any number of groups: LDAP_MATCHING_RULE_TRANSITIVE_EVAL of MS-ADTS. Cheap for
 * the controller as long as the search is about one entry.
 */
final class Chain {

  private static final String RULE = "1.2.840.113556.1.4.1941";

  private Chain() {}

  static Filter memberOf(DN group) {
    return Filter.createExtensibleMatchFilter("memberOf", RULE, false, group.toString());
  }
}
