package dev.reclaim.sandbox.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pages of long answers; the cookie is good on this connection only. */
final class Pages {

  private final Map<String, List<Entry>> rest = new HashMap<>();

  /** One page. */
  record Page(List<Entry> entries, Control answer) {}

  Page next(SimplePagedResultsControl asked, List<Entry> found) throws LDAPException {
    ASN1OctetString cookie = asked.getCookie();
    boolean first = cookie == null || cookie.getValueLength() == 0;
    List<Entry> left = first ? found : rest.remove(cookie.stringValue());
    if (left == null) {
      throw Refusal.foreignCookie();
    }
    int size = Math.min(left.size(), Math.min(asked.getSize(), AnswersRequests.MOST_ENTRIES));
    List<Entry> page = left.subList(0, size);
    ASN1OctetString more = new ASN1OctetString();
    if (size < left.size()) {
      String name = UUID.randomUUID().toString();
      rest.put(name, List.copyOf(left.subList(size, left.size())));
      more = new ASN1OctetString(name);
    }
    return new Page(page, new SimplePagedResultsControl(0, more));
  }
}
