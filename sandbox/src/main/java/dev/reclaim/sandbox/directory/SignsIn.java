package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Checks logins. One password opens all accounts that are no person's. */
final class SignsIn {

  private static final int DISABLED = 2;

  private final byte[] password;

  SignsIn(String password) {
    this.password = password.getBytes(StandardCharsets.UTF_8);
  }

  /** Who signed in; empty for nobody, which a controller accepts and then lets do nothing. */
  Optional<DN> as(String login, byte[] given, Snapshot now) throws LDAPException {
    if (login.isEmpty() || given.length == 0) {
      return Optional.empty();
    }
    Entry account = find(login, now).orElseThrow(() -> Refusal.badCredentials("52e"));
    if (!hasPassword(account) || !MessageDigest.isEqual(password, given)) {
      throw Refusal.badCredentials("52e");
    }
    Integer control = account.getAttributeValueAsInteger("userAccountControl");
    if (control != null && (control & DISABLED) != 0) {
      throw Refusal.badCredentials("533");
    }
    return Optional.of(account.getParsedDN());
  }

  private static Optional<Entry> find(String login, Snapshot now) throws LDAPException {
    if (DN.isValidDN(login)) {
      return now.find(new DN(login));
    }
    int separator = login.indexOf('\\');
    String attribute = separator >= 0 ? "sAMAccountName" : "userPrincipalName";
    String value = login.substring(separator + 1);
    return now.all().stream()
        .filter(entry -> value.equalsIgnoreCase(entry.getAttributeValue(attribute)))
        .findFirst();
  }

  private static boolean hasPassword(Entry account) throws LDAPException {
    DN name = account.getParsedDN();
    return name.isDescendantOf("OU=Services," + Company.DOMAIN, false)
        || name.equals(new DN(Company.ADMINISTRATOR));
  }
}
