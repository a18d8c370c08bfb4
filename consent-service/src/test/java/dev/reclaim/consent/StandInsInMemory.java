package dev.reclaim.consent;

import dev.reclaim.events.HolderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stand-ins, in memory. */
final class StandInsInMemory implements StandIns {

  private final Map<HolderId, StandIn> all = new LinkedHashMap<>();
  private final Set<StandIn> handedOver = new HashSet<>();

  @Override
  public void lock() {}

  @Override
  public void put(StandIn standIn) {
    all.put(standIn.forWhom(), standIn);
  }

  @Override
  public Optional<StandIn> remove(HolderId forWhom) {
    return Optional.ofNullable(all.remove(forWhom));
  }

  @Override
  public Optional<StandIn> find(HolderId forWhom) {
    return Optional.ofNullable(all.get(forWhom));
  }

  @Override
  public List<StandIn> all(Instant now) {
    return all.values().stream().filter(it -> it.until().isAfter(now)).toList();
  }

  @Override
  public Optional<HolderId> inForce(HolderId forWhom, Instant now) {
    return find(forWhom).filter(it -> it.inForce(now)).map(StandIn::who);
  }

  @Override
  public List<StandIn> begun(Instant now) {
    List<StandIn> begun = new ArrayList<>(all.values());
    begun.removeIf(it -> !it.inForce(now) || !handedOver.add(it));
    return begun;
  }
}
