package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;

/** Refusals in the words of a controller: eight hexadecimal digits first, the Windows code. */
final class Refusal {

  private Refusal() {}

  static LDAPException notSignedIn() {
    return new LDAPException(
        ResultCode.OPERATIONS_ERROR,
        "000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful"
            + " bind must be completed on the connection., data 0, v4563");
  }

  static LDAPException badCredentials(String data) {
    return new LDAPException(
        ResultCode.INVALID_CREDENTIALS,
        "80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data "
            + data
            + ", v4563");
  }

  static LDAPException noSuchObject(String bestMatch) {
    return new LDAPException(
        ResultCode.NO_SUCH_OBJECT,
        "0000208D: NameErr: DSID-0310028C, problem 2001 (NO_OBJECT), data 0, best match of:\n\t'"
            + bestMatch
            + "'\n");
  }

  static LDAPException insufficientRights() {
    return new LDAPException(
        ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
        "00002098: SecErr: DSID-03150F94, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0\n");
  }

  static LDAPException computed() {
    return new LDAPException(
        ResultCode.UNWILLING_TO_PERFORM,
        "0000209A: SvcErr: DSID-031A1021, problem 5003 (WILL_NOT_PERFORM), data 0\n");
  }

  static LDAPException notAMember() {
    return new LDAPException(
        ResultCode.UNWILLING_TO_PERFORM,
        "00000561: SvcErr: DSID-031A120C, problem 5003 (WILL_NOT_PERFORM), data 0\n");
  }

  static LDAPException primaryMember() {
    return new LDAPException(
        ResultCode.UNWILLING_TO_PERFORM,
        "0000055E: SvcErr: DSID-031A1236, problem 5003 (WILL_NOT_PERFORM), data 0\n");
  }

  static LDAPException alreadyAMember() {
    return new LDAPException(
        ResultCode.ENTRY_ALREADY_EXISTS,
        "00000562: UpdErr: DSID-031A11E2, problem 6005 (ENTRY_EXISTS), data 0\n");
  }

  static LDAPException entryExists() {
    return new LDAPException(
        ResultCode.ENTRY_ALREADY_EXISTS,
        "00002071: UpdErr: DSID-031B0E0C, problem 6005 (ENTRY_EXISTS), data 0\n");
  }

  static LDAPException noSuchValue(String attribute) {
    return new LDAPException(
        ResultCode.NO_SUCH_ATTRIBUTE,
        "00002085: AtrErr: DSID-03152D3A, #1: 0: 00002085: DSID-03152D3A, problem 1001"
            + " (NO_ATTRIBUTE_OR_VAL), data 0, Att 0 ("
            + attribute
            + ")\n");
  }

  static LDAPException valueExists(String attribute) {
    return new LDAPException(
        ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
        "00002083: AtrErr: DSID-03151830, #1: 0: 00002083: DSID-03151830, problem 1006"
            + " (ATT_OR_VALUE_EXISTS), data 0, Att 0 ("
            + attribute
            + ")\n");
  }

  static LDAPException unknownAttribute() {
    return new LDAPException(
        ResultCode.NO_SUCH_ATTRIBUTE,
        "00000057: LdapErr: DSID-0C0911AA, comment: Error in attribute conversion operation, data"
            + " 0, v4563");
  }

  static LDAPException unknownMember() {
    return new LDAPException(
        ResultCode.NO_SUCH_OBJECT,
        "00000525: NameErr: DSID-031A11D5, problem 2001 (NO_OBJECT), data 0, best match of:\n\t''\n");
  }

  static LDAPException notAName(String value, LDAPException cause) {
    return new LDAPException(
        ResultCode.INVALID_DN_SYNTAX,
        "00000057: NameErr: DSID-031A120B, problem 2006 (BAD_NAME), data 8350, best match of:\n\t'"
            + value
            + "'\n",
        cause);
  }

  static LDAPException busy() {
    return new LDAPException(
        ResultCode.BUSY, "000020EF: SvcErr: DSID-03208C57, problem 5001 (BUSY), data 0\n");
  }

  static LDAPException unwilling() {
    return new LDAPException(
        ResultCode.UNWILLING_TO_PERFORM,
        "00002035: LdapErr: DSID-0C090FB7, comment: the sandbox was told to refuse, data 0");
  }

  static LDAPException foreignCookie() {
    return new LDAPException(
        ResultCode.UNWILLING_TO_PERFORM,
        "00002077: LdapErr: DSID-0C0909F2, comment: the cookie belongs to another search, data 0");
  }

  static LDAPException unknownControl(String oid) {
    return new LDAPException(
        ResultCode.UNAVAILABLE_CRITICAL_EXTENSION,
        "00002078: LdapErr: DSID-0C090B2A, comment: unknown critical control " + oid + ", data 0");
  }

  static LDAPException notOffered(String what) {
    return new LDAPException(
        ResultCode.PROTOCOL_ERROR, "00002020: the sandbox directory has no " + what);
  }
}
