package dev.reclaim.revocation;

/** The life of one revocation. Data lives only in the state in which it is true. */
public sealed interface Revocation
    permits Requested,
        Held,
        InFlight,
        ByHand,
        AwaitingVerification,
        Verified,
        Failed,
        Canceled,
        Restoring,
        PuttingBack,
        CheckingRestore,
        Restored,
        RestoreFailed {

  Task task();

  Course course();
}
