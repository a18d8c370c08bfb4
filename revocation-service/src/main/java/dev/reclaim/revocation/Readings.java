package dev.reclaim.revocation;

import java.util.Set;

/**
 * Where the brakes stand.
 *
 * @param application the pace in the application of the seat in question, itself not counted
 * @param inAll the pace in all applications together, itself not counted
 * @param tripped the brakes that hold somebody else now
 * @param sources how far the sources behind the order can be trusted
 */
public record Readings(
    KillSwitch killSwitch, Pace application, Pace inAll, Set<String> tripped, SourcesSeen sources) {

  public Readings {
    tripped = Set.copyOf(tripped);
  }
}
