package dev.reclaim.rules.nql;

import java.util.Optional;

/**
 * What a query of the License reclamation pack says.
 *
 * @param application as Nexthink calls it
 * @param present the holder was seen within this length; empty where the query does not ask
 * @param emailKnown only holders whose address is known
 * @param usedLessThan the time that is too little
 * @param within the window in which use counts
 * @param notKeptWithin the holder did not answer Keep within this length; empty where the query
 *     does not ask
 */
record Reclamation(
    String application,
    Optional<String> present,
    boolean emailKnown,
    String usedLessThan,
    String within,
    Optional<String> notKeptWithin) {}
