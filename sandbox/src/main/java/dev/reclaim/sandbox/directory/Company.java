package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The make-believe company as it is on its first day; its people stand in {@code company.ldif}. */
public final class Company {

  public static final String DOMAIN = "DC=example,DC=com";
  public static final String PEOPLE = "OU=People," + DOMAIN;
  public static final String GROUPS = "OU=Groups," + DOMAIN;

  /** The login that the company gave to Reclaim: it may change members and disable people. */
  public static final String SERVICE_LOGIN = "CN=reclaim,OU=Services," + DOMAIN;

  /** A login that may read everything and change nothing. */
  public static final String READER_LOGIN = "CN=reader,OU=Services," + DOMAIN;

  /** The domain's administrator, who may do everything. */
  public static final String ADMINISTRATOR = "CN=Administrator,CN=Users," + DOMAIN;

  public static final String LICENCE_GROUP = "CN=LIC-Tableau," + GROUPS;

  private static final int FIRST_NUMBER = 1101;

  private Company() {}

  static List<Entry> founded() throws LDAPException, IOException {
    List<Entry> entries = new ArrayList<>();
    int number = FIRST_NUMBER;
    for (Entry given : written()) {
      Integer own = given.getAttributeValueAsInteger("rid");
      given.removeAttribute("rid");
      UUID guid =
          UUID.nameUUIDFromBytes(
              given.getParsedDN().toNormalizedString().getBytes(StandardCharsets.UTF_8));
      entries.add(NewEntry.complete(given, guid, own == null ? number++ : own));
    }
    return entries;
  }

  private static List<Entry> written() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                Company.class.getResourceAsStream("company.ldif"), "company.ldif is missing");
        LDIFReader reader = new LDIFReader(in)) {
      return LdifFile.readAll(reader);
    }
  }
}
