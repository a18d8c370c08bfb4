package dev.reclaim.bench.revocation;

import dev.reclaim.connectors.AccountId;
import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Effect;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.KnowsLimits;
import dev.reclaim.connectors.PublishedLimits;
import dev.reclaim.connectors.PublishedLimits.Rate;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Talks to a vendor of {@link BenchVendors} over HTTP; looks before it changes anything. */
final class BenchConnector
    implements Connector, FindsAccount, Verifies, Captures, Revokes, KnowsLimits {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration TIME_OUT = Duration.ofSeconds(5);

  private final String address;
  private final int changesPerSecond;

  BenchConnector(String address, int changesPerSecond) {
    this.address = address;
    this.changesPerSecond = changesPerSecond;
  }

  @Override
  public String kind() {
    return BenchVendorKind.TYPE;
  }

  @Override
  public PublishedLimits limits() {
    return new PublishedLimits(
        changesPerSecond == 0
            ? Optional.empty()
            : Optional.of(new Rate(changesPerSecond, VendorLimits.WINDOW)),
        Optional.empty(),
        Optional.empty());
  }

  /** What the vendor said: a status, or nothing. */
  private Optional<Integer> ask(String method, String account) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + account))
            .timeout(TIME_OUT)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return Optional.of(HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<Boolean> hasSeat(String account) {
    return ask("GET", account).filter(status -> status < 300).map(status -> status == 200);
  }

  @Override
  public AccountLook find(String account) {
    return hasSeat(account)
        .<AccountLook>map(
            _ -> new AccountLook.Found(new AccountId(account), account, true, Optional.empty()))
        .orElseGet(() -> new AccountLook.CannotTell("no answer"));
  }

  @Override
  public SeatLook look(SeatRef seat, SeatSource source) {
    return hasSeat(seat.account())
        .<SeatLook>map(
            has -> has ? new SeatLook.Present(new Via.Direct()) : new SeatLook.Absent("no seat"))
        .orElseGet(() -> new SeatLook.CannotTell("no answer"));
  }

  @Override
  public CaptureOutcome capture(SeatRef seat, SeatSource source, Set<Step> before) {
    return hasSeat(seat.account())
        .<CaptureOutcome>map(
            has ->
                new CaptureOutcome.Saved(
                    new SavedState(kind(), before, Map.of("seat", Boolean.toString(has)))))
        .orElseGet(() -> new CaptureOutcome.TryLater(Duration.ofSeconds(1), "no answer"));
  }

  @Override
  public Map<SeatAction, Effect> ways() {
    return Map.of(SeatAction.UNASSIGN, new Effect("The seat.", true));
  }

  @Override
  public RevocationOutcome revoke(SeatRef seat, SeatSource source) {
    Optional<Boolean> before = hasSeat(seat.account());
    if (before.isEmpty()) {
      return RevocationOutcome.TryLater.refused(Duration.ofSeconds(1), "no answer to a look");
    }
    if (!before.get()) {
      return new RevocationOutcome.AlreadyGone("no seat");
    }
    return switch (ask("DELETE", seat.account()).orElse(0)) {
      case 204 -> new RevocationOutcome.Revoked();
      case 429 -> RevocationOutcome.TryLater.refused(VendorLimits.RETRY_AFTER, "too many requests");
      default -> new RevocationOutcome.TryLater(Duration.ofSeconds(1), "no answer");
    };
  }

  @Override
  public void close() {
    // The client is shared.
  }
}
