package dev.reclaim.connectors.graph;

import com.microsoft.aad.msal4j.MsalServiceException;
import dev.reclaim.connectors.RevocationOutcome.TryLater.SoFar;
import dev.reclaim.connectors.graph.Trouble.Lasting;
import dev.reclaim.connectors.graph.Trouble.Passing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why Entra ID gave no token; the numbers are Microsoft's AADSTS codes. */
final class SignInRefusal {

  private static final Pattern CODE = Pattern.compile("AADSTS(\\d{4,8})");

  /**
   * Those that the list calls transient or throttling; the library does not always say the status.
   */
  private static final Set<String> TRANSIENT = Set.of("90033", "90024", "90025", "50196");

  private SignInRefusal() {}

  static Trouble mean(MsalServiceException e) {
    int status = e.statusCode() == null ? 0 : e.statusCode();
    Matcher code = CODE.matcher(e.getMessage() == null ? "" : e.getMessage());
    String number = code.find() ? code.group(1) : "";
    if (status == 429 || status >= 500 || TRANSIENT.contains(number)) {
      return new Passing(
          RetryAfter.read(retryAfter(e.headers())),
          "could not sign in: Entra ID is not available now",
          SoFar.NOTHING);
    }
    return number.isEmpty() ? unknown(e.errorCode()) : known(number);
  }

  private static Lasting known(String code) {
    return switch (code) {
      case "7000215" ->
          refused(
              code,
              "the connection's client-secret is wrong",
              "Correct 'client-secret': its value, not its id.");
      case "7000222" ->
          refused(
              code,
              "the connection's client-secret has expired",
              "Make a new one, and put it into 'client-secret'.");
      case "700016" ->
          refused(
              code,
              "the tenant does not know the app registration",
              "Correct 'client-id' or 'tenant-id', or consent to the app in that tenant.");
      case "90002", "900023" ->
          refused(code, "there is no such tenant", "Correct 'tenant-id' or 'cloud'.");
      case "7000112" ->
          refused(code, "the app registration is disabled", "Enable the enterprise application.");
      default -> unknown("AADSTS" + code);
    };
  }

  private static Lasting unknown(String code) {
    return new Lasting(
        "could not sign in: Entra ID refused with " + code,
        "Look this code up in Microsoft's list; check 'tenant-id', 'client-id' and"
            + " 'client-secret'.");
  }

  private static Lasting refused(String code, String why, String whatToDo) {
    return new Lasting("could not sign in: " + why + " (AADSTS" + code + ")", whatToDo);
  }

  private static String retryAfter(Map<String, List<String>> headers) {
    return headers == null
        ? null
        : headers.entrySet().stream()
            .filter(header -> "retry-after".equalsIgnoreCase(header.getKey()))
            .flatMap(header -> header.getValue().stream())
            .findFirst()
            .orElse(null);
  }
}
