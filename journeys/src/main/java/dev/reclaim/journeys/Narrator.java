package dev.reclaim.journeys;

import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.Event;
import dev.reclaim.events.EventTypes;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.SeatGone;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.messaging.Envelope;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Prints the story: what we do, and every transition that follows from it. */
final class Narrator {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final PrintStream out;
  private final Map<HolderId, String> names = new ConcurrentHashMap<>();
  private final Map<CandidateId, HolderId> holders = new ConcurrentHashMap<>();
  private final AtomicInteger usageDays = new AtomicInteger();

  Narrator(PrintStream out) {
    this.out = out;
  }

  synchronized void scene(String title) {
    out.printf("%n── %s%n", title);
  }

  synchronized void tell(String sentence) {
    out.printf("   %s%n", sentence);
  }

  /** How many days of usage were published; they are counted, not printed. */
  int usageDays() {
    return usageDays.get();
  }

  void hear(Envelope<Event> envelope) {
    switch (envelope.event()) {
      case UsageDay _ -> usageDays.incrementAndGet();
      case SourceHealth _ -> {}
      case HolderChanged changed -> names.put(changed.holder(), changed.profile().name());
      case SeatObserved seen ->
          print(envelope, seen.holder(), "has a seat in " + seen.seat().application());
      case SeatGone gone ->
          print(
              envelope, gone.holder(), "has no seat in " + gone.seat().application() + " any more");
      case PolicyEvent policy -> print(envelope, policy.key(), "");
      case CandidateFound found -> {
        holders.put(found.candidate(), found.holder());
        print(envelope, found.holder(), found.rule() + ": " + sentences(found));
      }
      case CandidateWithdrawn withdrawn -> print(envelope, withdrawn.holder(), withdrawn.why());
      case ConsentEvent consent -> print(envelope, consent.holder(), consent.why());
      case RevocationEvent.AboutRevocation revocation ->
          print(envelope, revocation.seat().holder(), revocation.why());
      case RevocationEvent.AboutBrake brake -> print(envelope, brake.brake(), brake.why());
      case InboxEvent _ -> {}
    }
  }

  private static String sentences(CandidateFound found) {
    return found.reasons().stream().map(Reason::sentence).collect(Collectors.joining(" "));
  }

  private void print(Envelope<Event> envelope, HolderId holder, String why) {
    print(envelope, names.getOrDefault(holder, holder.value()), why);
  }

  private synchronized void print(Envelope<Event> envelope, String about, String why) {
    out.printf(
        "   %s  %-18s %-22s %-15s %s%n",
        TIME.format(envelope.time()),
        envelope.source(),
        verb(envelope.event()),
        about,
        why.isBlank() ? "" : "— " + why);
  }

  private static String verb(Event event) {
    String type = EventTypes.typeOf(event.getClass());
    return type.substring("reclaim.".length(), type.length() - ".v1".length());
  }
}
