package dev.reclaim.consent.rest;

import dev.reclaim.consent.Bounces;
import dev.reclaim.consent.Channel;
import dev.reclaim.consent.Channels;
import dev.reclaim.consent.HearsOfBounces;
import dev.reclaim.consent.Messages;
import dev.reclaim.consent.Pauses;
import dev.reclaim.consent.SendsPrompts;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The channels by which people are asked: what waits for them, and why. */
@Path("/channels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN, Roles.AUDITOR})
public class ChannelPages {

  private static final Logger LOG = Logger.getLogger(ChannelPages.class);
  private static final int MOST = 500;
  private static final int USUAL = 50;
  private static final int LATEST = 20;

  private final Channels channels;
  private final Messages messages;
  private final Pauses pauses;
  private final Bounces bounces;
  private final HearsOfBounces mailbox;
  private final InstantSource clock;

  ChannelPages(
      Channels channels,
      Messages messages,
      Pauses pauses,
      Bounces bounces,
      HearsOfBounces mailbox,
      InstantSource clock) {
    this.channels = channels;
    this.messages = messages;
    this.pauses = pauses;
    this.bounces = bounces;
    this.mailbox = mailbox;
    this.clock = clock;
  }

  /**
   * One channel.
   *
   * @param waiting messages that should have left by now
   * @param oldest since when the oldest of them waits
   * @param trouble what the channel said last
   * @param restsUntil it asked not to be called before
   * @param stopped it takes nothing until somebody resumes it
   */
  public record State(
      Channel channel,
      long waiting,
      Optional<Instant> oldest,
      Optional<String> trouble,
      Optional<Instant> restsUntil,
      Optional<Pauses.Stop> stopped) {}

  /**
   * Mails that came back.
   *
   * @param listens whether we would hear of one
   * @param trouble why the mailbox cannot be read
   * @param counts by what they did, since the beginning
   */
  public record ComeBack(
      boolean listens,
      Optional<String> trouble,
      Map<Bounces.Outcome, Long> counts,
      List<Bounces.Noted> latest) {}

  /** In the order in which they are tried. */
  public record Listed(List<State> channels, ComeBack bounces) {}

  /** The oldest first. */
  public record Waiting(List<Messages.Late> messages) {}

  @GET
  @Operation(summary = "All channels in their order: what waits, and why; and mails that came back")
  public Listed list() {
    return new Listed(
        channels.all().stream().map(SendsPrompts::channel).map(this::state).toList(),
        new ComeBack(
            mailbox.listens(), mailbox.trouble(), bounces.counts(), bounces.latest(LATEST)));
  }

  @GET
  @Path("/{name}/messages")
  @Operation(summary = "The messages that wait for a channel, without what they say")
  public Waiting messages(@RestPath String name, @RestQuery Integer limit) {
    int most = limit == null ? USUAL : limit;
    if (most < 1 || most > MOST) {
      throw Problems.badField("limit", "is not between 1 and " + MOST);
    }
    return new Waiting(messages.late(named(name), clock.instant(), most));
  }

  @POST
  @Path("/{name}/resume")
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  @Operation(summary = "Uses a channel again that was stopped because its receiver was gone")
  public State resume(@RestPath String name) {
    Channel channel = named(name);
    if (!QuarkusTransaction.requiringNew().call(() -> pauses.resume(channel))) {
      throw Problems.conflict("This channel is not stopped");
    }
    LOG.infof("The channel %s was resumed", channel);
    return state(channel);
  }

  private State state(Channel channel) {
    Instant now = clock.instant();
    Messages.Waiting waiting = messages.waiting(channel, now);
    return new State(
        channel,
        waiting.count(),
        waiting.oldest(),
        waiting.trouble(),
        pauses.restsUntil(channel, now),
        pauses.stopOf(channel));
  }

  private Channel named(String name) {
    return channels.all().stream()
        .map(SendsPrompts::channel)
        .filter(it -> it.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> Problems.notFound("Channel", "of this name"));
  }
}
