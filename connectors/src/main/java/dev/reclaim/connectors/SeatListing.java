package dev.reclaim.connectors;

import java.util.List;

/** All seats that a source gives, or none: there is no partial listing. */
public sealed interface SeatListing {

  /** Every seat, read to the end. */
  record Complete(List<ListedSeat> seats) implements SeatListing {

    public Complete {
      seats = List.copyOf(seats);
    }
  }

  /** It could not be read to the end; what was seen so far says nothing about the rest. */
  record Unreadable(String why, String whatToDo) implements SeatListing {}
}
