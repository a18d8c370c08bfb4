package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a controller refused the connection's own sign-in. */
final class SignInRefusal {

  private static final Pattern DATA = Pattern.compile("data ([0-9a-fA-F]+)");

  private SignInRefusal() {}

  /** The sub-codes are Windows system error codes in hexadecimal. */
  static String in(LDAPException e) {
    String text = e.getDiagnosticMessage() == null ? "" : e.getDiagnosticMessage();
    Matcher data = DATA.matcher(text);
    return switch (data.find() ? data.group(1) : "") {
      case "525" -> "the connection's login is unknown to the directory";
      case "530" -> "the connection's login may not sign in at this time";
      case "531" -> "the connection's login may not sign in from this machine";
      case "532" -> "the password of the connection's login has expired";
      case "533" -> "the connection's login is disabled";
      case "701" -> "the account of the connection's login has expired";
      case "773" -> "the connection's login must change its password first";
      case "775" -> "the connection's login is locked out";
      default -> "the directory refused the connection's login or its password";
    };
  }
}
