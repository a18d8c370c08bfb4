package dev.reclaim.consent.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.consent.GivesBack;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.RevocationId;
import dev.reclaim.http.calls.Addresses;
import dev.reclaim.http.calls.Calls;
import dev.reclaim.messaging.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Asks revocation-service, which took the seat and kept what was there before. */
@ApplicationScoped
public class GivesBackByRevocation implements GivesBack {

  private static final Logger LOG = Logger.getLogger(GivesBackByRevocation.class);
  private static final String WISH = "{\"reason\":\"The holder wants the seat back.\"}";

  private final Calls calls;
  private final Addresses addresses;

  GivesBackByRevocation(Calls calls, Addresses addresses) {
    this.calls = calls;
    this.addresses = addresses;
  }

  @Override
  public Outcome giveBack(CandidateId candidate, HolderId holder) {
    String path = "/revocations/" + RevocationId.of(candidate) + "/restore";
    Optional<URI> address = addresses.of(Addresses.REVOCATION, path);
    if (address.isEmpty()) {
      LOG.warn("reclaim.urls.revocation-service is not configured");
      return new Outcome.NoAnswer();
    }
    try {
      return outcome(calls.postForHolder(address.get(), WISH, holder.value()).join());
    } catch (CompletionException e) {
      LOG.warnf("revocation-service did not answer: %s", e.getMessage());
      return new Outcome.NoAnswer();
    }
  }

  private static Outcome outcome(HttpResponse<String> answer) {
    if (answer.statusCode() < 300) {
      return new Outcome.Begins();
    }
    return answer.statusCode() == 409
        ? new Outcome.Refused(detail(answer.body()))
        : new Outcome.NoAnswer();
  }

  private static String detail(String problem) {
    try {
      return EventCodec.json().readTree(problem).path("detail").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
