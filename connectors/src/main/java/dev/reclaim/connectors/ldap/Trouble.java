package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What an answer other than success means; a code that is not named here is lasting. */
sealed interface Trouble {

  String why();

  /** It may be better after a while. */
  record Passing(Duration after, String why) implements Trouble {}

  /** It stays until a person does something. */
  record Lasting(String why, String whatToDo) implements Trouble {}

  static Trouble of(LDAPException e, Attempt attempt) {
    String could = "could not " + attempt.what() + ": ";
    if (isUntrusted(e)) {
      return new Lasting(
          could + "the directory's certificate is not trusted, or is for another name",
          "Let 'trust-store' name the certificate of the directory's authority, and 'url' the"
              + " controller as its certificate names it.");
    }
    return switch (e.getResultCode().intValue()) {
      case ResultCode.BUSY_INT_VALUE ->
          new Passing(Duration.ofSeconds(30), could + "the directory is busy");
      case ResultCode.UNAVAILABLE_INT_VALUE ->
          new Passing(Duration.ofMinutes(1), could + "the directory is not available now");
      case ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE ->
          new Passing(Duration.ofMinutes(1), could + "the directory ran out of time");
      case ResultCode.TIMEOUT_INT_VALUE ->
          new Passing(Duration.ofMinutes(1), could + "no answer within the time limit");
      case ResultCode.SERVER_DOWN_INT_VALUE,
          ResultCode.OTHER_INT_VALUE,
          ResultCode.LOCAL_ERROR_INT_VALUE,
          ResultCode.DECODING_ERROR_INT_VALUE ->
          new Passing(Duration.ofSeconds(30), could + "the connection broke before the answer");
      case ResultCode.CONNECT_ERROR_INT_VALUE ->
          new Passing(Duration.ofSeconds(30), could + "the directory cannot be reached");
      case ResultCode.STRONG_AUTH_REQUIRED_INT_VALUE,
          ResultCode.CONFIDENTIALITY_REQUIRED_INT_VALUE ->
          new Lasting(
              could + "the directory accepts encrypted connections only",
              "Set 'url' to ldaps://..., or 'security' to starttls.");
      case ResultCode.INVALID_CREDENTIALS_INT_VALUE ->
          new Lasting(could + SignInRefusal.in(e), "Correct 'bind-dn' and 'password'.");
      case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE ->
          new Lasting(
              could + "the connection's login may not do that",
              "Give the connection's login " + attempt.permission() + ".");
      case ResultCode.NO_SUCH_OBJECT_INT_VALUE ->
          new Lasting(
              could + "there is no such entry, or the connection's login may not see it",
              "Correct the name, or give the connection's login " + attempt.permission() + ".");
      case ResultCode.REFERRAL_INT_VALUE ->
          new Lasting(
              could + "it belongs to another domain",
              "Configure a connection to a controller of that domain.");
      case ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE, ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE ->
          new Lasting(could + "the answer exceeds the directory's limits", "Narrow 'base-dn'.");
      default ->
          new Lasting(
              could + "the directory refused with " + codeOf(e),
              "Look this code up in the controller's log.");
    };
  }

  /** The result code, and the Windows code if there is one: never the whole diagnostic text. */
  private static String codeOf(LDAPException e) {
    String text = "%d (%s)".formatted(e.getResultCode().intValue(), e.getResultCode().getName());
    Matcher windows =
        Pattern.compile("^[0-9A-Fa-f]{8}")
            .matcher(e.getDiagnosticMessage() == null ? "" : e.getDiagnosticMessage());
    return windows.find() ? text + ", " + windows.group().toUpperCase(Locale.ROOT) : text;
  }

  /** The certificate is the reason; other ends of a handshake may pass. */
  private static boolean isUntrusted(LDAPException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
        return true;
      }
    }
    String text = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
    return text.contains("certificat") || text.contains("no subject alternative");
  }

  default RevocationOutcome asRevocation() {
    return switch (this) {
      case Passing(Duration after, String why) -> new RevocationOutcome.TryLater(after, why);
      case Lasting(String why, String whatToDo) -> new RevocationOutcome.Failed(why, whatToDo);
    };
  }

  default CaptureOutcome asCapture() {
    return switch (this) {
      case Passing(Duration after, String why) -> new CaptureOutcome.TryLater(after, why);
      case Lasting(String why, String whatToDo) -> new CaptureOutcome.Failed(why, whatToDo);
    };
  }

  default RestoreOutcome asRestore() {
    return switch (this) {
      case Passing(Duration after, String why) -> new RestoreOutcome.TryLater(after, why);
      case Lasting(String why, String whatToDo) -> new RestoreOutcome.Failed(why, whatToDo);
    };
  }
}
