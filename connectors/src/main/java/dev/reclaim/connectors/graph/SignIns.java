package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.SignIn;
import com.microsoft.graph.models.SignInActivity;
import com.microsoft.graph.models.SignInCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.connectors.UsageReport.Used;
import dev.reclaim.events.Identifier;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who signed in, as use. For an enterprise application it is the sign-in log (Entra ID keeps it 30
 * days, 7 without a licence); for a licence or a group each holder's last sign-in to anything of
 * the tenant, since Graph does not tell which product it was for: a doubt that speaks for the
 * holder.
 */
final class SignIns {

  /** The largest page that Graph gives with {@code signInActivity} in it. */
  private static final int PAGE_WITH_ACTIVITY = 120;

  private static final String[] WITH_ACTIVITY =
      Stream.concat(Stream.of(Person.LABELS), Stream.of("signInActivity")).toArray(String[]::new);

  private static final Attempt READ = Attempt.toRead("the sign-in log", Permissions.READ_SIGN_INS);

  private final Graph graph;

  SignIns(Graph graph) {
    this.graph = graph;
  }

  List<Used> since(Seats seats, Instant since) throws GraphRefused {
    return switch (seats) {
      case AppSeats app -> toApp(app.app(), since);
      case LicenceSeats _, GroupSeats _ -> lastOf(seats.list(), since);
    };
  }

  /** Failed attempts are no use. */
  private List<Used> toApp(AppEntry app, Instant since) throws GraphRefused {
    String filter =
        "createdDateTime ge %s and appId eq '%s'"
            .formatted(since.truncatedTo(ChronoUnit.SECONDS), app.appId());
    return new Pages<>(
            client ->
                client
                    .auditLogs()
                    .signIns()
                    .get(
                        ask -> {
                          ask.queryParameters.filter = filter;
                          ask.queryParameters.top = Pages.LARGE;
                        }),
            (client, link) -> client.auditLogs().signIns().withUrl(link).get(),
            SignInCollectionResponse::getValue)
        .all(graph, READ).stream().filter(SignIns::isSuccess).map(SignIns::use).toList();
  }

  private static boolean isSuccess(SignIn one) {
    return one.getStatus() != null && Integer.valueOf(0).equals(one.getStatus().getErrorCode());
  }

  private static Used use(SignIn one) {
    return new Used(
        one.getUserPrincipalName(),
        List.of(
            new Identifier(Identifier.Kind.USER_PRINCIPAL_NAME, one.getUserPrincipalName()),
            new Identifier(Identifier.Kind.OTHER, one.getUserId())),
        one.getCreatedDateTime().toInstant(),
        Optional.empty());
  }

  private List<Used> lastOf(List<ListedSeat> seats, Instant since) throws GraphRefused {
    Set<String> holders = seats.stream().map(seat -> seat.account()).collect(Collectors.toSet());
    List<Used> uses = new ArrayList<>();
    for (User user : withActivity()) {
      Optional<Instant> last = lastOf(user.getSignInActivity());
      if (holders.contains(user.getUserPrincipalName())
          && last.isPresent()
          && !last.get().isBefore(since)) {
        uses.add(
            new Used(
                user.getUserPrincipalName(),
                Person.identifiersOf(user),
                last.get(),
                Optional.empty()));
      }
    }
    return uses;
  }

  private List<User> withActivity() throws GraphRefused {
    return new Pages<>(
            client ->
                client
                    .users()
                    .get(
                        ask -> {
                          ask.queryParameters.select = WITH_ACTIVITY;
                          ask.queryParameters.top = PAGE_WITH_ACTIVITY;
                        }),
            (client, link) -> client.users().withUrl(link).get(),
            UserCollectionResponse::getValue)
        .all(graph, READ);
  }

  /** The last success, or where it was never recorded the later of the last attempts. */
  static Optional<Instant> lastOf(SignInActivity activity) {
    if (activity == null) {
      return Optional.empty();
    }
    if (activity.getLastSuccessfulSignInDateTime() != null) {
      return Optional.of(activity.getLastSuccessfulSignInDateTime().toInstant());
    }
    return Stream.of(
            activity.getLastSignInDateTime(), activity.getLastNonInteractiveSignInDateTime())
        .filter(at -> at != null)
        .map(OffsetDateTime::toInstant)
        .max(Instant::compareTo);
  }
}
