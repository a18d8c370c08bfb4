package dev.reclaim.usage;

import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.Via;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Groups as a test wants them; each test uses a group of its own. */
@Mock
@Singleton
public class TestDirectories implements Directories {

  private final Map<String, SeatListing> byGroup = new ConcurrentHashMap<>();

  public void hasMembers(String group, Stream<String> upns) {
    List<ListedSeat> seats =
        upns.map(
                upn ->
                    new ListedSeat(
                        "guid-of-" + upn,
                        List.of(new Identifier(Identifier.Kind.USER_PRINCIPAL_NAME, upn)),
                        new Via.Group(group)))
            .toList();
    byGroup.put(group, new SeatListing.Complete(seats));
  }

  public void cannotBeRead(String group) {
    byGroup.put(group, new SeatListing.Unreadable("the controller is away", "wait"));
  }

  @Override
  public SeatListing list(SeatSource source) {
    return byGroup.getOrDefault(
        source.entitlement(), new SeatListing.Unreadable("no such group", "name another"));
  }
}
