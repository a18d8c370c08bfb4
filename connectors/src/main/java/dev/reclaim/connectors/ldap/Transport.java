package dev.reclaim.connectors.ldap;

/** How the connection is protected. There is no way to skip the check of the certificate. */
enum Transport {
  /** Encrypted from the first byte. */
  LDAPS,
  /** Encrypted before the login is sent, on the plain port. */
  STARTTLS,
  /** Not encrypted: only to this machine itself. */
  NONE
}
