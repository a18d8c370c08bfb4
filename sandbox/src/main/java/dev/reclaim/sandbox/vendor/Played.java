package dev.reclaim.sandbox.vendor;

import java.time.Duration;
import java.util.Optional;

/** One vendor on stage: the answers of its API, and what was told to go wrong. */
public final class Played {

  private final PlayedVendor vendor;
  private final Faults faults = new Faults();

  public Played(PlayedVendor vendor) {
    this.vendor = vendor;
  }

  public PlayedVendor vendor() {
    return vendor;
  }

  public Faults faults() {
    return faults;
  }

  /** What goes back; empty if the connection is to be closed without an answer. */
  Optional<Reply> answer(Request request) {
    faults.take(Fault.Kind.SLOW).ifPresent(fault -> wait(fault.lasting()));
    if (!vendor.isChange(request)) {
      return Optional.of(read(request));
    }
    if (faults.take(Fault.Kind.THROTTLE).isPresent()) {
      return Optional.of(vendor.throttled());
    }
    if (faults.take(Fault.Kind.BROKEN).isPresent()) {
      return Optional.of(vendor.broken());
    }
    if (faults.take(Fault.Kind.LIE).isPresent()) {
      return Optional.of(vendor.success(request));
    }
    Reply reply = locked(request);
    return faults.take(Fault.Kind.DROP_ANSWER).isPresent() ? Optional.empty() : Optional.of(reply);
  }

  private Reply read(Request request) {
    if (faults.take(Fault.Kind.THROTTLE_READS).isPresent()) {
      return vendor.throttled();
    }
    Reply reply = locked(request);
    return faults.take(Fault.Kind.LAST_CALL).isPresent()
        ? vendor.lastCall(reply).orElse(reply)
        : reply;
  }

  private Reply locked(Request request) {
    synchronized (vendor) {
      return vendor.answer(request);
    }
  }

  private static void wait(Duration lasting) {
    try {
      Thread.sleep(lasting);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
