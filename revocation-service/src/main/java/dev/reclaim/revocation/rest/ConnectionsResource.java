package dev.reclaim.revocation.rest;

import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.revocation.Breaker;
import dev.reclaim.revocation.ConnectionsSeen;
import dev.reclaim.revocation.Gate;
import dev.reclaim.revocation.Gates;
import dev.reclaim.revocation.SeesRevocations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The configured connections; never what they are configured with. */
@Path("/connections")
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionsResource {

  private final Connections connections;
  private final ConnectionsSeen seen;
  private final SeesRevocations view;
  private final Gates gates;

  ConnectionsResource(
      Connections connections, ConnectionsSeen seen, SeesRevocations view, Gates gates) {
    this.gates = gates;
    this.connections = connections;
    this.seen = seen;
    this.view = view;
  }

  /** All connections. */
  public record All(List<Row> connections) {}

  /**
   * One connection.
   *
   * @param state how the last look through it ended
   * @param breaker open while it is not called, since it did not answer
   */
  public record Row(
      String name,
      String type,
      State state,
      Optional<Instant> at,
      Optional<String> trouble,
      Breaker.State breaker) {}

  /** Whether it answered when it was last asked. */
  public enum State {
    UNTRIED,
    READABLE,
    UNREADABLE
  }

  /**
   * What a check found.
   *
   * @param proven what was tried and is well
   * @param missing all that is not, each with what to do about it
   */
  public record Checked(
      String connection,
      boolean works,
      List<String> proven,
      List<ConnectionCheck.Missing> missing) {}

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE})
  public All list() {
    return new All(connections.names().stream().map(this::row).toList());
  }

  /** Tries address, encryption, login and permissions without changing anything. */
  @POST
  @Path("/{name}/check")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
  public Checked check(@PathParam("name") String name) {
    ConnectionName wanted = mustExist(name);
    List<SeatSource> sources = view.sourcesOf(wanted);
    ConnectionCheck found =
        connections
            .named(wanted)
            .as(ChecksConnection.class)
            .map(checks -> checks.check(sources))
            .orElseThrow(() -> Problems.conflict("this type of connection cannot be checked"));
    return switch (found) {
      case ConnectionCheck.Works(List<String> proven) -> {
        seen.note(wanted, Optional.empty());
        yield new Checked(name, true, proven, List.of());
      }
      case ConnectionCheck.Lacks(List<ConnectionCheck.Missing> missing) -> {
        seen.note(wanted, Optional.empty());
        yield new Checked(name, false, List.of(), missing);
      }
      case ConnectionCheck.Unusable(String why, String whatToDo) -> {
        seen.note(wanted, Optional.of(why));
        yield new Checked(
            name, false, List.of(), List.of(new ConnectionCheck.Missing(why, whatToDo)));
      }
    };
  }

  private Row row(ConnectionName name) {
    Connector connector = connections.named(name);
    Optional<ConnectionsSeen.Seen> last = seen.of(name);
    return new Row(
        name.value(),
        connector.kind(),
        last.map(look -> look.trouble().isEmpty() ? State.READABLE : State.UNREADABLE)
            .orElse(State.UNTRIED),
        last.map(ConnectionsSeen.Seen::at),
        last.flatMap(ConnectionsSeen.Seen::trouble),
        gates.before(name).map(Gate::breakerState).orElse(Breaker.State.CLOSED));
  }

  private ConnectionName mustExist(String name) {
    return connections.names().stream()
        .filter(known -> known.value().equals(name))
        .findFirst()
        .orElseThrow(() -> Problems.notFound("connection", name));
  }
}
