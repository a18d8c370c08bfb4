package dev.reclaim.revocation;

import dev.reclaim.connectors.Connector;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.List;

/** A vendor of the sandbox with a real connector before it; it counts what really changes. */
interface VendorOnStage extends AutoCloseable {

  Connector connector();

  SeatSource source();

  /** A new account with a seat; what changed before is forgotten where that can be. */
  String personWithSeat();

  /** What was taken from an account, each thing as often as it really was. */
  List<String> taken(String account);

  /** What was given to an account, each thing as often as it really was. */
  List<String> given(String account);

  /** How many changes it takes to free a seat. */
  int changesToTake();

  /** A change is made, and its answer is lost. */
  void loseAnswer(int after);

  void behave();

  @Override
  void close();
}
