package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import dev.reclaim.connectors.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How one directory is reached.
 *
 * @param host of one controller; its certificate must carry this name
 * @param login distinguished name, user principal name, or {@code DOMAIN\name}
 * @param base below which accounts are looked for
 * @param trustStore certificates to trust instead of the platform's: PEM, PKCS #12 or JKS
 */
record DirectorySettings(
    String host,
    int port,
    Transport transport,
    String login,
    String password,
    DN base,
    Optional<Path> trustStore) {

  private static final Set<String> KEYS =
      Set.of("type", "url", "security", "bind-dn", "password", "base-dn", "trust-store");

  static DirectorySettings from(Settings settings) {
    settings.allowOnly(KEYS);
    LDAPURL url = url(settings);
    return new DirectorySettings(
        url.getHost(),
        url.getPort(),
        transport(settings, url),
        settings.required("bind-dn"),
        settings.required("password"),
        base(settings),
        trustStore(settings));
  }

  private static LDAPURL url(Settings settings) {
    try {
      LDAPURL url = new LDAPURL(settings.required("url"));
      if (!url.hostProvided() || url.getScheme().equals("ldapi")) {
        throw settings.refuse("url", "names no host; write ldaps://controller.example.com");
      }
      return url;
    } catch (LDAPException e) {
      throw settings.refuse("url", "is not ldaps://HOST[:PORT] or ldap://HOST[:PORT]");
    }
  }

  private static Transport transport(Settings settings, LDAPURL url) {
    boolean ldaps = url.getScheme().equals("ldaps");
    String security =
        settings
            .optional("security")
            .orElse(ldaps ? "ldaps" : "is missing")
            .toLowerCase(Locale.ROOT);
    return switch (security) {
      case "ldaps" -> {
        if (!ldaps) {
          throw settings.refuse("security", "ldaps needs an ldaps:// address in url");
        }
        yield Transport.LDAPS;
      }
      case "starttls" -> {
        if (ldaps) {
          throw settings.refuse("security", "starttls needs an ldap:// address in url");
        }
        yield Transport.STARTTLS;
      }
      case "none" -> {
        if (ldaps || !isLoopback(url.getHost())) {
          throw settings.refuse(
              "security", "none is accepted for this machine itself only (127.0.0.1, ::1)");
        }
        yield Transport.NONE;
      }
      default -> throw settings.refuse("security", "must be ldaps, starttls or none");
    };
  }

  /** Decided by the spelling alone, so that no name server can talk us into clear text. */
  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  private static DN base(Settings settings) {
    try {
      DN base = new DN(settings.required("base-dn"));
      if (base.isNullDN()) {
        throw settings.refuse("base-dn", "is empty");
      }
      return base;
    } catch (LDAPException e) {
      throw settings.refuse("base-dn", "is not a distinguished name like DC=example,DC=com");
    }
  }

  private static Optional<Path> trustStore(Settings settings) {
    Optional<Path> path = settings.optional("trust-store").map(Path::of);
    if (path.isPresent() && !Files.isReadable(path.get())) {
      throw settings.refuse("trust-store", "no readable file " + path.get());
    }
    return path;
  }

  @Override
  public String toString() {
    return "DirectorySettings[" + host + ":" + port + " " + transport + " below " + base + "]";
  }
}
