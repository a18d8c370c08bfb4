package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultReferenceProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One search. */
final class Search {

  /** A controller points at its other parts whenever the whole domain is searched. */
  static final SearchResultReferenceProtocolOp ELSEWHERE =
      new SearchResultReferenceProtocolOp(
          List.of("ldap://DomainDnsZones.example.com/DC=DomainDnsZones," + Company.DOMAIN));

  private final Controller controller;
  private final Pages pages;
  private final List<Control> controls;
  private final List<Control> answers = new ArrayList<>();
  private int matched;

  Search(Controller controller, Pages pages, List<Control> controls) {
    this.controller = controller;
    this.pages = pages;
    this.controls = controls;
  }

  static boolean isAboutServer(SearchRequestProtocolOp request) {
    return request.getBaseDN().isEmpty() && request.getScope().equals(SearchScope.BASE);
  }

  boolean isWholeDomain(SearchRequestProtocolOp request) {
    return request.getScope().equals(SearchScope.SUB)
        && Names.same(request.getBaseDN(), Company.DOMAIN);
  }

  /** How many entries there were to send, before any limit. */
  int matched() {
    return matched;
  }

  List<Control> answerControls() {
    return List.copyOf(answers);
  }

  List<Entry> server(SearchRequestProtocolOp request) throws LDAPException {
    Shows shows = new Shows(controller.seen(), Rights.READ);
    matched = 1;
    return List.of(shows.asked(RootEntry.make(), request.getAttributes()));
  }

  List<Entry> run(SearchRequestProtocolOp request, Rights rights) throws LDAPException {
    Snapshot seen = controller.seen();
    Shows shows = new Shows(seen, rights);
    Matches matches = new Matches(seen);
    List<Entry> found = new ArrayList<>();
    for (Entry entry : inScope(seen, request)) {
      Entry whole = shows.whole(entry);
      if (matches.test(request.getFilter(), whole)) {
        found.add(shows.asked(whole, request.getAttributes()));
      }
    }
    return limited(request, found);
  }

  private List<Entry> limited(SearchRequestProtocolOp request, List<Entry> found)
      throws LDAPException {
    Optional<SimplePagedResultsControl> paging = paging();
    if (paging.isPresent()) {
      Pages.Page page = pages.next(paging.get(), found);
      answers.add(page.answer());
      matched = page.entries().size();
      return page.entries();
    }
    matched = found.size();
    int asked = request.getSizeLimit();
    int most =
        asked > 0 ? Math.min(asked, AnswersRequests.MOST_ENTRIES) : AnswersRequests.MOST_ENTRIES;
    return found.subList(0, Math.min(most, found.size()));
  }

  private static List<Entry> inScope(Snapshot seen, SearchRequestProtocolOp request)
      throws LDAPException {
    Entry base = seen.get(request.getBaseDN());
    DN name = base.getParsedDN();
    List<Entry> entries = new ArrayList<>();
    if (request.getScope().equals(SearchScope.BASE)) {
      entries.add(base);
    } else if (request.getScope().equals(SearchScope.ONE)) {
      for (Entry entry : seen.below(name)) {
        if (name.equals(entry.getParentDN())) {
          entries.add(entry);
        }
      }
    } else {
      entries.add(base);
      entries.addAll(seen.below(name));
    }
    return entries;
  }

  private Optional<SimplePagedResultsControl> paging() throws LDAPException {
    for (Control control : controls) {
      if (control.getOID().equals(AnswersRequests.PAGED)) {
        return Optional.of(
            new SimplePagedResultsControl(
                control.getOID(), control.isCritical(), control.getValue()));
      }
    }
    return Optional.empty();
  }
}
