package dev.reclaim.sandbox.http;

import com.unboundid.ldap.sdk.LDAPException;
import dev.reclaim.sandbox.directory.SandboxDirectory;
import dev.reclaim.sandbox.mailbox.Mailbox;
import dev.reclaim.sandbox.vendor.Vendors;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Which request does what; the list stands in the sandbox's README. */
final class Routes {

  static final int LONGEST_BODY = 64 * 1024;

  private static final String MAILBOX = "/mailbox/";
  private static final String VENDORS = "/vendors";

  private final SandboxDirectory directory;
  private final Mailbox mailbox;
  private final VendorControls vendors;

  Routes(SandboxDirectory directory, Mailbox mailbox, Vendors vendors, TenantControls tenant) {
    this.directory = directory;
    this.mailbox = mailbox;
    this.vendors = new VendorControls(vendors, tenant);
  }

  Answer answer(String method, URI uri, byte[] body) throws IOException, LDAPException {
    String path = uri.getPath();
    if (method.equals("GET") && path.startsWith(MAILBOX)) {
      return Answer.ok(Json.mails(mailbox.to(path.substring(MAILBOX.length()))));
    }
    if (path.equals(VENDORS) || path.startsWith(VENDORS + "/")) {
      return vendors.answer(method, path.substring(VENDORS.length()), body);
    }
    return switch (method + " " + path) {
      case "GET /health" -> Answer.ok(Json.object().put("status", "UP"));
      case "GET /directory/entries" -> Answer.ok(Json.entries(directory.entries(filter(uri))));
      case "GET /directory/effects" -> Answer.ok(Json.effects(directory.effects().all()));
      case "GET /directory/faults" -> Answer.ok(Json.faults(directory.faults().waiting()));
      case "POST /directory/faults" -> {
        directory.faults().add(Json.fault(body));
        yield Answer.ok(Json.faults(directory.faults().waiting()));
      }
      case "DELETE /directory/faults" -> {
        directory.faults().forget();
        yield Answer.ok(Json.faults(directory.faults().waiting()));
      }
      case "DELETE /mailbox" -> {
        mailbox.empty();
        yield Answer.ok(Json.object());
      }
      case "POST /reset" -> {
        mailbox.empty();
        directory.reset();
        vendors.reset();
        yield Answer.ok(Json.object());
      }
      default -> Answer.problem(404, "there is no " + method + " " + path);
    };
  }

  private static String filter(URI uri) {
    String query = uri.getRawQuery();
    if (query == null || !query.startsWith("filter=")) {
      return "(objectClass=*)";
    }
    return URLDecoder.decode(query.substring("filter=".length()), StandardCharsets.UTF_8);
  }
}
