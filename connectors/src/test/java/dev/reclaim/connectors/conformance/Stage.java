package dev.reclaim.connectors.conformance;

import dev.reclaim.connectors.Connector;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;

/** A vendor's system as the tests need it: how to set the scene, and what is really there. */
public interface Stage {

  /** With the right credentials and rights. */
  Connector connector();

  Connector withWrongPassword();

  /** What an administrator calls the secret that is wrong then. */
  default String secret() {
    return "password";
  }

  /** How many things a check of a connection with all rights proves. */
  default int thingsProven() {
    return 3;
  }

  /** Whether a login can see what it may do, without trying it. */
  default boolean showsRights() {
    return true;
  }

  /** How many permissions a connection lacks that may only read. */
  default int rightsMissing() {
    return 2;
  }

  /** What a missing permission to take the seat is called, at least in part. */
  default String rightToTake() {
    return source().entitlement();
  }

  /** Whether the system knows such a thing as a disabled account. */
  default boolean accountsCanBeDisabled() {
    return true;
  }

  /** Whether an account can be signed in to after its seat was freed. */
  default boolean staysEnabledWithoutSeat() {
    return true;
  }

  /** Whether switching the account off frees the seat, since they are one thing. */
  default boolean seatEndsWithAccount() {
    return false;
  }

  /** A secret that no answer may show. */
  String wrongPassword();

  /** It may read and not change. */
  Connector withoutRights();

  /** Nobody listens there. */
  Connector unreachable();

  SeatSource source();

  /** One that the vendor does not know. */
  SeatSource missingSource();

  /** A new enabled account with a direct seat. */
  SeatRef seatHeldDirectly();

  /** A new enabled account without a seat. */
  SeatRef seatNotHeld();

  /** A new account whose seat comes from {@link #seatGivingGroup()}. */
  SeatRef seatInherited();

  String seatGivingGroup();

  /** A new account with a direct seat that nobody may take anything from. */
  SeatRef seatOfProtected();

  SeatRef seatOfNobody();

  /** Looks past the connector. */
  boolean hasSeat(SeatRef seat);

  /** Looks past the connector. */
  boolean isEnabled(SeatRef seat);

  void disable(SeatRef seat);

  void renameAndMove(SeatRef seat);

  void delete(SeatRef seat);
}
