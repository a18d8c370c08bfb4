package dev.reclaim.connectors.conformance;

import dev.reclaim.connectors.Connector;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;

/** A vendor's system as the tests need it: how to set the scene, and what is really there. */
public interface Stage {

  /** With the right credentials and rights. */
  Connector connector();

  Connector withWrongPassword();

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
