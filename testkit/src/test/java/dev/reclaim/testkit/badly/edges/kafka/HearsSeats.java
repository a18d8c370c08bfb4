package dev.reclaim.testkit.badly.edges.kafka;

import dev.reclaim.testkit.badly.edges.Seat;
import dev.reclaim.testkit.badly.edges.rest.SeatPage;

/** An edge that knows another one. */
final class HearsSeats {
  SeatPage hear(Seat seat) {
    return new SeatPage(seat);
  }
}
