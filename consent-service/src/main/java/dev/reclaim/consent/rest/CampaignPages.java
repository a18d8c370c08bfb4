package dev.reclaim.consent.rest;

import dev.reclaim.consent.Channels;
import dev.reclaim.consent.Letter;
import dev.reclaim.consent.People;
import dev.reclaim.consent.PreviewCampaign;
import dev.reclaim.consent.Question;
import dev.reclaim.consent.SendsPrompts;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a campaign says, before it asks anybody. */
@Path("/campaigns/{name}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class CampaignPages {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final PreviewCampaign preview;
  private final Channels channels;
  private final People people;
  private final InstantSource clock;

  CampaignPages(PreviewCampaign preview, Channels channels, People people, InstantSource clock) {
    this.preview = preview;
    this.channels = channels;
    this.people = people;
    this.clock = clock;
  }

  /** As the holder would read it. */
  public record Shown(
      String subject, String language, Optional<CampaignPlan.Sender> sender, Question question) {}

  /**
   * To whom.
   *
   * @param to a holder's id, or any identifier of theirs
   * @param application about a seat of which application
   */
  public record Test(String to, String application) {}

  /** What became of a test. */
  public record Sent(String channel, String outcome, Optional<String> why) {}

  @GET
  @Path("/preview")
  public Shown preview(
      @RestPath String name, @RestQuery String holder, @RestQuery String application) {
    Letter letter = letter(name, "holder", holder, application);
    return new Shown(
        letter.items().getFirst().question().subject(),
        letter.words().lang(),
        letter.sender(),
        letter.items().getFirst().question());
  }

  @POST
  @Path("/test")
  @Consumes(MediaType.APPLICATION_JSON)
  public Sent test(@RestPath String name, Test test) {
    Letter letter =
        letter(
            name, "to", test == null ? null : test.to(), test == null ? null : test.application());
    SendsPrompts channel =
        channels.all().stream()
            .filter(it -> it.reaches(letter.reader()))
            .findFirst()
            .orElseThrow(() -> Problems.conflict("No channel reaches " + letter.reader().name()));
    String by = channel.channel().name();
    return switch (handOver(channel, letter)) {
      case SendsPrompts.Outcome.Delivered _ -> new Sent(by, "Delivered", Optional.empty());
      case SendsPrompts.Outcome.TryLater it -> new Sent(by, "TryLater", Optional.of(it.why()));
      case SendsPrompts.Outcome.Undeliverable it ->
          new Sent(by, "Undeliverable", Optional.of(it.why()));
    };
  }

  /** On a thread of its own, as the workers do: a channel's client may answer on its caller's. */
  private static SendsPrompts.Outcome handOver(SendsPrompts channel, Letter letter) {
    CompletableFuture<SendsPrompts.Outcome> outcome = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                outcome.complete(channel.send(letter));
              } catch (RuntimeException e) {
                outcome.complete(
                    new SendsPrompts.Outcome.TryLater(
                        e.getClass().getSimpleName(), Optional.empty()));
              }
            });
    return outcome
        .completeOnTimeout(
            new SendsPrompts.Outcome.TryLater("no answer", Optional.empty()),
            PATIENCE.toSeconds(),
            TimeUnit.SECONDS)
        .join();
  }

  private Letter letter(String name, String field, String reader, String application) {
    return preview
        .to(
            campaign(name),
            Someone.named(field, CandidateOrders.text(field, reader), people),
            application(application),
            clock.instant())
        .orElseThrow(() -> Problems.notFound("Campaign", name));
  }

  private static CampaignName campaign(String name) {
    try {
      return new CampaignName(name);
    } catch (IllegalArgumentException e) {
      throw Problems.notFound("Campaign", "of this name");
    }
  }

  private static ApplicationId application(String id) {
    try {
      return new ApplicationId(CandidateOrders.text("application", id));
    } catch (IllegalArgumentException e) {
      throw Problems.badField("application", "is not the id of an application");
    }
  }
}
