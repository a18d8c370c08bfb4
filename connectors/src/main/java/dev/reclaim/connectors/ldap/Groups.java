package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.reclaim.events.PolicyEvent.SeatSource;

/** Reads the name of the group that gives a seat. */
final class Groups {

  private Groups() {}

  static DN named(SeatSource source) throws LDAPException {
    try {
      return new DN(source.entitlement());
    } catch (LDAPException e) {
      throw new LDAPException(
          ResultCode.NO_SUCH_OBJECT, "the group is not a distinguished name", e);
    }
  }
}
