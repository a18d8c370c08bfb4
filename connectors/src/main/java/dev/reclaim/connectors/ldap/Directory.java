package dev.reclaim.connectors.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and changes single things in one directory. */
final class Directory implements AutoCloseable {

  private static final int PAGE = 500;

  private final DirectorySettings settings;
  private final StaysWithOneController resolver = new StaysWithOneController();
  private LDAPConnectionPool pool;
  private DN domain;

  Directory(DirectorySettings settings) {
    this.settings = settings;
  }

  DN base() {
    return settings.base();
  }

  String login() {
    return settings.login();
  }

  /** The root of the controller's domain, which may lie above the base. */
  synchronized DN domain() throws LDAPException {
    if (domain == null) {
      Entry root = read(DN.NULL_DN, "defaultNamingContext").orElse(new Entry(DN.NULL_DN));
      String name = root.getAttributeValue("defaultNamingContext");
      domain = name == null ? base() : new DN(name);
    }
    return domain;
  }

  /** The entry, or empty if there is none of that name or the login may not see it. */
  Optional<Entry> read(DN name, String... attributes) throws LDAPException {
    return readIf(name, Filter.createPresenceFilter("objectClass"), attributes);
  }

  /** Whether the one named entry exists and matches. */
  boolean matches(DN name, Filter filter) throws LDAPException {
    return readIf(name, filter, SearchRequest.NO_ATTRIBUTES).isPresent();
  }

  private Optional<Entry> readIf(DN name, Filter filter, String... attributes)
      throws LDAPException {
    try {
      SearchRequest request =
          new SearchRequest(name.toString(), SearchScope.BASE, filter, attributes);
      return Optional.ofNullable(pool().searchForEntry(request));
    } catch (LDAPException e) {
      if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
        return Optional.empty();
      }
      throw noted(e);
    }
  }

  /** All entries below a name that match, page by page to the last one. */
  List<Entry> search(DN base, Filter filter, String... attributes) throws LDAPException {
    LDAPConnection connection = connect();
    try {
      List<Entry> found = new ArrayList<>();
      ASN1OctetString cookie = null;
      do {
        SearchRequest page =
            new SearchRequest(base.toString(), SearchScope.SUB, filter, attributes);
        page.addControl(new SimplePagedResultsControl(PAGE, cookie, true));
        SearchResult result = connection.search(page);
        found.addAll(result.getSearchEntries());
        cookie = nextPage(result);
      } while (cookie != null);
      pool.releaseConnection(connection);
      return found;
    } catch (LDAPException e) {
      pool.releaseConnectionAfterException(connection, e);
      throw noted(e);
    }
  }

  /** Any one entry below a name that matches. */
  Optional<Entry> first(DN base, Filter filter, String... attributes) throws LDAPException {
    SearchRequest request = new SearchRequest(base.toString(), SearchScope.SUB, filter, attributes);
    request.setSizeLimit(1);
    try {
      return pool().search(request).getSearchEntries().stream().map(Entry.class::cast).findFirst();
    } catch (LDAPSearchException e) {
      if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
        return e.getSearchEntries().stream().map(Entry.class::cast).findFirst();
      }
      throw noted(e);
    }
  }

  /**
   * All values of an attribute, range by range: a controller answers at most 1500 at a time, under
   * another attribute name, beside an attribute of the asked name that is empty.
   */
  List<String> values(DN name, String attribute) throws LDAPException {
    List<String> values = new ArrayList<>();
    String asked = attribute;
    while (asked != null) {
      Entry entry = read(name, asked).orElse(new Entry(name));
      asked = null;
      for (Attribute found : entry.getAttributes()) {
        Optional<ValueRange> range = ValueRange.of(attribute, found.getName());
        if (range.isPresent()) {
          values.addAll(List.of(found.getValues()));
          asked = range.get().next(attribute).orElse(asked);
        }
      }
    }
    return values;
  }

  /** One change, sent once. */
  void change(DN name, Modification... modifications) throws LDAPException {
    try {
      pool().modify(new ModifyRequest(name, modifications));
    } catch (LDAPException e) {
      throw noted(e);
    }
  }

  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.close();
      pool = null;
    }
  }

  private synchronized LDAPConnectionPool pool() throws LDAPException {
    if (pool == null) {
      pool = OpensPool.open(settings, resolver);
    }
    return pool;
  }

  private LDAPConnection connect() throws LDAPException {
    try {
      return pool().getConnection();
    } catch (LDAPException e) {
      throw noted(e);
    }
  }

  private LDAPException noted(LDAPException e) {
    if (e.getResultCode().equals(ResultCode.CONNECT_ERROR)
        || e.getResultCode().equals(ResultCode.SERVER_DOWN)) {
      resolver.chooseAnew();
    }
    return e;
  }

  private static ASN1OctetString nextPage(SearchResult result) throws LDAPException {
    SimplePagedResultsControl answer = SimplePagedResultsControl.get(result);
    return answer != null && answer.moreResultsToReturn() ? answer.getCookie() : null;
  }

  @Override
  public String toString() {
    return settings.toString();
  }
}
