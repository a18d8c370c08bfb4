package dev.reclaim.revocation;

import java.util.List;

/** How workers share what is due. Each method is one short transaction. */
public interface Claims {

  /** The connections behind which something is due; an empty name stands for none. */
  List<String> dueConnections();

  /** What is due behind one connection, for this worker alone from now on. */
  List<Lease> claim(String connection, int most);

  /** What this instance was at work on when it ended last: nobody has to wait for its lease. */
  void giveBackOwn();
}
