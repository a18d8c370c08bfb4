package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.ConnectionCheck.Lacks;
import dev.reclaim.connectors.ConnectionCheck.Missing;
import dev.reclaim.connectors.ConnectionCheck.Works;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads in the token what the app may do, so that nothing has to be tried, and looks for each
 * source.
 */
final class ChecksPermissions {

  private static final List<Need> ALWAYS =
      List.of(
          Need.READ_USERS,
          Need.READ_ROLES,
          Need.READ_SIGN_INS,
          Need.ENABLE_ACCOUNTS,
          Need.END_SESSIONS,
          Need.READ_GROUPS,
          Need.WRITE_MEMBERS);

  private final Graph graph;
  private final SeatsOf seats;
  private final List<String> proven = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();

  /** For one check. */
  ChecksPermissions(Graph graph, SeatsOf seats) {
    this.graph = graph;
    this.seats = seats;
  }

  ConnectionCheck of(Collection<SeatSource> sources) throws GraphRefused {
    Set<String> granted = graph.permissions();
    proven.add("signed in to the tenant");
    checkPermissions(granted, sources);
    for (SeatSource source : sources) {
      checkSource(source);
    }
    return missing.isEmpty() ? new Works(proven) : new Lacks(missing);
  }

  private void checkPermissions(Set<String> granted, Collection<SeatSource> sources) {
    List<Need> needs = new ArrayList<>(ALWAYS);
    for (SeatSource source : sources) {
      needs.addAll(needsOf(source));
    }
    Set<String> named = new TreeSet<>();
    for (Need need : needs) {
      if (!need.isMetBy(granted) && named.add(need.permission())) {
        missing.add(
            new Missing(
                "the application permission %s, to %s".formatted(need.permission(), need.purpose()),
                "Give it to the connection's app in Entra ID, and let an administrator consent."));
      }
    }
    if (named.isEmpty()) {
      proven.add("may do all it needs to, by the permissions in its token");
    }
  }

  private static List<Need> needsOf(SeatSource source) {
    try {
      return switch (Entitlement.read(source.entitlement())) {
        case Entitlement.Product _ -> List.of(Need.READ_SKUS, Need.WRITE_LICENCES);
        case Entitlement.Membership _ -> List.of();
        case Entitlement.Assignment _ -> List.of(Need.READ_APPS, Need.WRITE_ASSIGNMENTS);
      };
    } catch (GraphRefused e) {
      return List.of();
    }
  }

  private void checkSource(SeatSource source) throws GraphRefused {
    try {
      Seats seat = seats.source(source);
      missing.addAll(obstaclesOf(seat));
      proven.add("found " + seat.name());
    } catch (GraphRefused e) {
      switch (e.trouble()) {
        case Trouble.Lasting(String why, String whatToDo) ->
            missing.add(new Missing(why, whatToDo));
        case Trouble.Passing _ -> throw e;
      }
    }
  }

  private static List<Missing> obstaclesOf(Seats seats) {
    return switch (seats) {
      case LicenceSeats _ -> List.of();
      case GroupSeats group ->
          group.group().fixed().stream()
              .map(
                  fixed ->
                      new Missing(
                          "the members of the group %s cannot be changed here: %s"
                              .formatted(group.group(), fixed.why()),
                          fixed.whatToDo()))
              .toList();
      case AppSeats app ->
          app.app().open()
              ? List.of(
                  new Missing(
                      "%s lets everybody of the tenant sign in, assigned or not"
                          .formatted(app.app()),
                      "Turn on 'Assignment required' of the enterprise application."))
              : List.of();
    };
  }
}
