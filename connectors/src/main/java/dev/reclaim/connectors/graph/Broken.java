package dev.reclaim.connectors.graph;

import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.ApiException;
import dev.reclaim.connectors.RevocationOutcome.TryLater.SoFar;
import dev.reclaim.connectors.graph.Trouble.Lasting;
import dev.reclaim.connectors.graph.Trouble.Passing;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Turns what Microsoft's libraries throw into what it means. */
final class Broken {

  private static final Duration SOON = Duration.ofSeconds(30);

  private Broken() {}

  static GraphRefused mean(RuntimeException thrown, Attempt attempt) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ApiException api -> {
          return answered(api).refused(attempt);
        }
        case MsalServiceException refused -> {
          return new GraphRefused(SignInRefusal.mean(refused));
        }
        case IOException io -> {
          return new GraphRefused(network(io, attempt));
        }
        default -> {
          // The cause beneath says more.
        }
      }
    }
    return new GraphRefused(
        new Lasting(
            "could not %s: the library broke with %s"
                .formatted(attempt.what(), thrown.getClass().getSimpleName()),
            "Report this as a mistake in Reclaim."));
  }

  static Answered answered(ApiException e) {
    String code = "";
    String message = "";
    if (e instanceof ODataError odata && odata.getError() != null) {
      code = textOf(odata.getError().getCode());
      message = textOf(odata.getError().getMessage());
    }
    return new Answered(
        e.getResponseStatusCode(),
        code,
        message,
        retryAfter(e.getResponseHeaders().get("Retry-After")));
  }

  private static Duration retryAfter(Set<String> values) {
    return RetryAfter.read(values == null || values.isEmpty() ? null : values.iterator().next());
  }

  private static String textOf(String text) {
    return text == null ? "" : text;
  }

  /** Names the kind of trouble; messages of exceptions may quote what was sent. */
  private static Trouble network(IOException e, Attempt attempt) {
    String could = "could not " + attempt.what() + ": ";
    return switch (e) {
      case Forbidden forbidden ->
          new Lasting(
              could + "it would have been " + forbidden.getMessage(),
              "Report this as a mistake in Reclaim, or in the answers of the service.");
      case UnknownHostException _ ->
          new Passing(
              SOON, could + "Microsoft's host cannot be reached: no address", SoFar.NOTHING);
      case ConnectException _, NoRouteToHostException _ ->
          new Passing(
              SOON, could + "Microsoft's host cannot be reached: no connection", SoFar.NOTHING);
      case SSLHandshakeException _, SSLPeerUnverifiedException _ ->
          new Lasting(
              could + "the certificate of Microsoft's host is not trusted",
              "Find out what stands between, a proxy or a firewall that opens encrypted traffic.");
      default ->
          new Passing(
              SOON,
              could + "no answer in time, or the connection broke",
              attempt.changes() ? SoFar.PERHAPS : SoFar.NOTHING);
    };
  }
}
