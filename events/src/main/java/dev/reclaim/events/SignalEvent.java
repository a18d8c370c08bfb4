package dev.reclaim.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What usage-ingest found out: who used what, who is employed, who holds which seat. */
public sealed interface SignalEvent extends Event {

  /** A signal about one holder. */
  sealed interface AboutHolder extends SignalEvent {
    HolderId holder();

    @Override
    default String key() {
      return holder().value();
    }
  }

  /**
   * All use of one application by one holder on one UTC day, as far as known now. A snapshot: the
   * one with the highest revision replaces the others, so repeating it is harmless.
   *
   * @param application what was used; {@link #ELSEWHERE} gathers applications that nobody defined
   * @param seconds use that a source measured
   * @param opens how often it was opened; zero takes back what was said of this day before, since
   *     its use turned out to be of something or somebody else
   * @param unmeasured how many of the opens have no measured length
   * @param revision grows with every change of this day
   * @param features what was used of it, as its sources name it; empty when one of the opens did
   *     not say
   */
  @EventType("reclaim.usage-day.v1")
  record UsageDay(
      HolderId holder,
      ApplicationId application,
      LocalDate day,
      long seconds,
      int opens,
      int unmeasured,
      Instant lastUse,
      Set<SourceName> sources,
      long revision,
      Optional<Set<String>> features)
      implements AboutHolder {

    /** Proof of presence: use of software that Reclaim does not look after. */
    public static final ApplicationId ELSEWHERE = new ApplicationId("elsewhere");

    public UsageDay {
      Require.present("holder", holder);
      Require.present("application", application);
      Require.present("day", day);
      Require.present("lastUse", lastUse);
      sources = Set.copyOf(sources);
      features = features.map(Set::copyOf);
    }

    /** A day of which no source says what was used. */
    public UsageDay(
        HolderId holder,
        ApplicationId application,
        LocalDate day,
        long seconds,
        int opens,
        int unmeasured,
        Instant lastUse,
        Set<SourceName> sources,
        long revision) {
      this(
          holder,
          application,
          day,
          seconds,
          opens,
          unmeasured,
          lastUse,
          sources,
          revision,
          Optional.empty());
    }
  }

  /** A holder is new or changed; the whole profile. */
  @EventType("reclaim.holder-changed.v1")
  record HolderChanged(Holder profile) implements AboutHolder {

    public HolderChanged {
      Require.present("profile", profile);
    }

    @Override
    public HolderId holder() {
      return profile.id();
    }
  }

  /**
   * A seat exists.
   *
   * @param assignedAt since when, if the source knows
   * @param observedAt when it was seen
   */
  @EventType("reclaim.seat-observed.v1")
  record SeatObserved(SeatRef seat, Optional<Instant> assignedAt, Instant observedAt)
      implements AboutHolder {

    public SeatObserved {
      Require.present("seat", seat);
      Require.present("observedAt", observedAt);
    }

    @Override
    public HolderId holder() {
      return seat.holder();
    }
  }

  /** A seat that was there is there no more. */
  @EventType("reclaim.seat-gone.v1")
  record SeatGone(SeatRef seat, Instant observedAt) implements AboutHolder {

    public SeatGone {
      Require.present("seat", seat);
      Require.present("observedAt", observedAt);
    }

    @Override
    public HolderId holder() {
      return seat.holder();
    }
  }

  /**
   * How far one source can be trusted about one application.
   *
   * @param coverageFrom from when on the source has reported without a gap
   * @param lastRecordAt the newest record of the source, whatever it is about
   * @param sees what its records show of the application; opens alone when empty
   */
  @EventType("reclaim.source-health.v1")
  record SourceHealth(
      SourceName source,
      ApplicationId application,
      Instant coverageFrom,
      Instant lastRecordAt,
      Optional<Sees> sees)
      implements SignalEvent {

    /** How much a source sees. */
    public enum Sees {
      /** That somebody came in, as an identity provider does; not for how long. */
      OPENS,
      /** What goes on inside, with the length of every use. */
      ACTIVITY
    }

    public SourceHealth {
      Require.present("source", source);
      Require.present("application", application);
      Require.present("coverageFrom", coverageFrom);
      Require.present("lastRecordAt", lastRecordAt);
    }

    /** A source that sees opens alone. */
    public SourceHealth(
        SourceName source, ApplicationId application, Instant coverageFrom, Instant lastRecordAt) {
      this(source, application, coverageFrom, lastRecordAt, Optional.empty());
    }

    @Override
    public String key() {
      return source.value() + "/" + application.value();
    }
  }
}
