package dev.reclaim.console;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is remembered. */
public interface Candidates {

  Page page(Filter filter);

  /** All that happened to one candidate; empty when nobody has heard of it. */
  Optional<History> history(CandidateId candidate);

  /** How many stand where, and what they cost. */
  Overview overview();

  /** Names of these holders, as people call them; those that are not known are missing. */
  Map<HolderId, String> names(Collection<HolderId> holders);

  /** Titles of all applications that are known, by id. */
  Map<String, String> applications();

  /** Names of all rules that have found a candidate. */
  List<String> rules();

  /** How far each source can be trusted about each application. */
  List<SourceAge> sources();

  /**
   * A part of the list.
   *
   * @param total how many fit the filter
   */
  record Page(List<Line> lines, long total) {}

  /**
   * One row of the list.
   *
   * @param who as people call the holder, with the department behind it where it is known
   * @param seat empty until an event arrives that names it
   */
  record Line(
      CandidateId id,
      Who who,
      Optional<Seat> seat,
      Candidate.Standing standing,
      Optional<Money> pricePerMonth,
      Optional<Evidence> evidence) {}

  /** The holder. */
  record Who(String name, Optional<String> department) {}

  /** What is held, and by which rule it was found. */
  record Seat(String application, String tier, String account, Optional<String> rule) {}

  /**
   * The numbers of the whole.
   *
   * @param money by currency, in the order of their codes
   */
  record Overview(Map<CandidateState, Count> counts, List<MonthlyMoney> money) {}

  /**
   * How many stand in one state.
   *
   * @param oldest since when the longest has stood there
   */
  record Count(long number, Instant oldest) {}

  /**
   * Money per month in one currency.
   *
   * @param waiting what the seats of all open candidates cost
   * @param saved what the seats cost that a read-back proved to be free
   */
  record MonthlyMoney(Currency currency, Money waiting, Money saved) {}

  /**
   * How far one source can be trusted about one application.
   *
   * @param coverageFrom from when on it has reported without a gap
   * @param lastRecordAt its newest record
   */
  record SourceAge(
      String source,
      String application,
      Instant coverageFrom,
      Instant lastRecordAt,
      Instant reportedAt) {}
}
