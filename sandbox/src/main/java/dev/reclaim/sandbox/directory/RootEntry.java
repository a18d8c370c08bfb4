package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;

/** What the server says about itself to anybody. */
final class RootEntry {

  private RootEntry() {}

  static Entry make() {
    Entry root = new Entry(DN.NULL_DN);
    root.addAttribute("objectClass", "top");
    root.addAttribute("defaultNamingContext", Company.DOMAIN);
    root.addAttribute("rootDomainNamingContext", Company.DOMAIN);
    root.addAttribute("namingContexts", Company.DOMAIN);
    root.addAttribute("dnsHostName", "dc1.example.com");
    root.addAttribute("supportedLDAPVersion", "3");
    root.addAttribute("supportedControl", AnswersRequests.PAGED, AnswersRequests.PERMISSIVE);
    return root;
  }
}
