package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The protocol on one connection: who is signed in, and each request's answer. */
final class AnswersRequests extends LDAPListenerRequestHandler {

  static final String PAGED = "1.2.840.113556.1.4.319";
  static final String PERMISSIVE = "1.2.840.113556.1.4.1413";

  /** The most entries in one answer (MaxPageSize). */
  static final int MOST_ENTRIES = 1000;

  private final Controller controller;
  private final Optional<LDAPListenerClientConnection> connection;
  private final Pages pages = new Pages();
  private Optional<DN> login = Optional.empty();

  AnswersRequests(Controller controller, Optional<LDAPListenerClientConnection> connection) {
    this.controller = controller;
    this.connection = connection;
  }

  @Override
  public LDAPListenerRequestHandler newInstance(LDAPListenerClientConnection client) {
    return new AnswersRequests(controller, Optional.of(client));
  }

  @Override
  public LDAPMessage processBindRequest(
      int id, BindRequestProtocolOp request, List<Control> controls) {
    LDAPResult result =
        answer(
            id,
            Set.of(),
            controls,
            () -> {
              login = Optional.empty();
              if (request.getCredentialsType() != BindRequestProtocolOp.CRED_TYPE_SIMPLE) {
                throw Refusal.notOffered("SASL");
              }
              login =
                  controller.signIn(request.getBindDN(), request.getSimplePassword().getValue());
            });
    return new LDAPMessage(id, new BindResponseProtocolOp(result), List.of());
  }

  @Override
  public LDAPMessage processSearchRequest(
      int id, SearchRequestProtocolOp request, List<Control> controls) {
    Search search = new Search(controller, pages, controls);
    LDAPResult result =
        answer(
            id,
            Set.of(PAGED),
            controls,
            () -> {
              boolean aboutServer = Search.isAboutServer(request);
              if (!aboutServer) {
                controller.searchFaults(this::drop);
              }
              List<Entry> found =
                  aboutServer ? search.server(request) : search.run(request, rights());
              for (Entry entry : found) {
                client().sendSearchResultEntry(id, entry);
              }
              if (search.isWholeDomain(request)) {
                client().sendSearchResultReference(id, Search.ELSEWHERE);
              }
              if (found.size() < search.matched()) {
                throw new LDAPException(ResultCode.SIZE_LIMIT_EXCEEDED, "00002023: size limit");
              }
            });
    return new LDAPMessage(id, new SearchResultDoneProtocolOp(result), search.answerControls());
  }

  @Override
  public LDAPMessage processModifyRequest(
      int id, ModifyRequestProtocolOp request, List<Control> controls) {
    LDAPResult result =
        answer(
            id,
            Set.of(PERMISSIVE),
            controls,
            () ->
                controller.modify(
                    request.getDN(),
                    request.getModifications(),
                    rights(),
                    signedIn(),
                    has(controls, PERMISSIVE),
                    this::drop));
    return new LDAPMessage(id, new ModifyResponseProtocolOp(result), List.of());
  }

  @Override
  public LDAPMessage processAddRequest(
      int id, AddRequestProtocolOp request, List<Control> controls) {
    LDAPResult result =
        answer(
            id,
            Set.of(),
            controls,
            () -> controller.add(new Entry(request.getDN(), request.getAttributes()), rights()));
    return new LDAPMessage(id, new AddResponseProtocolOp(result), List.of());
  }

  @Override
  public LDAPMessage processDeleteRequest(
      int id, DeleteRequestProtocolOp request, List<Control> controls) {
    LDAPResult result =
        answer(id, Set.of(), controls, () -> controller.delete(request.getDN(), rights()));
    return new LDAPMessage(id, new DeleteResponseProtocolOp(result), List.of());
  }

  @Override
  public LDAPMessage processModifyDNRequest(
      int id, ModifyDNRequestProtocolOp request, List<Control> controls) {
    LDAPResult result =
        answer(
            id,
            Set.of(),
            controls,
            () ->
                controller.rename(
                    request.getDN(), request.getNewRDN(), request.getNewSuperiorDN(), rights()));
    return new LDAPMessage(id, new ModifyDNResponseProtocolOp(result), List.of());
  }

  @Override
  public LDAPMessage processCompareRequest(
      int id, CompareRequestProtocolOp request, List<Control> controls) {
    LDAPResult result = Refusal.notOffered("compare").toLDAPResult();
    return new LDAPMessage(id, new CompareResponseProtocolOp(result), List.of());
  }

  @Override
  public LDAPMessage processExtendedRequest(
      int id, ExtendedRequestProtocolOp request, List<Control> controls) {
    LDAPResult result = Refusal.notOffered("extended operation").toLDAPResult();
    return new LDAPMessage(id, new ExtendedResponseProtocolOp(result), List.of());
  }

  private LDAPResult answer(int id, Set<String> known, List<Control> controls, Work work) {
    try {
      for (Control control : controls) {
        if (control.isCritical() && !known.contains(control.getOID())) {
          throw Refusal.unknownControl(control.getOID());
        }
      }
      work.run();
      return new LDAPResult(id, ResultCode.SUCCESS);
    } catch (LDAPException e) {
      return e.toLDAPResult();
    }
  }

  private DN signedIn() throws LDAPException {
    return login.orElseThrow(Refusal::notSignedIn);
  }

  private Rights rights() throws LDAPException {
    return Rights.of(signedIn());
  }

  private LDAPListenerClientConnection client() throws LDAPException {
    return connection.orElseThrow(Refusal::notSignedIn);
  }

  /** Ends the connection without a word. */
  private void drop() {
    connection.ifPresent(Connections::close);
  }

  private static boolean has(List<Control> controls, String oid) {
    return controls.stream().anyMatch(control -> control.getOID().equals(oid));
  }

  /** What a request does. */
  private interface Work {
    void run() throws LDAPException;
  }
}
