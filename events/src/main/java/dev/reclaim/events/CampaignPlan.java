package dev.reclaim.events;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a campaign asks, besides its subject and its first words. All texts are data, by language
 * tag; nothing in them is ever executed.
 *
 * @param questions in their order; exactly one decides, or none, which means the built-in one
 * @param draft it can be previewed and sent as a test, and asks nobody
 */
public record CampaignPlan(
    Optional<Sender> sender,
    List<Question> questions,
    ReasonForKeep reasonForKeep,
    Priority priority,
    Timing timing,
    boolean draft) {

  /** What a campaign does that says nothing of it. */
  public static final CampaignPlan PLAIN =
      new CampaignPlan(
          Optional.empty(),
          List.of(),
          ReasonForKeep.OPTIONAL,
          Priority.NORMAL,
          Timing.USUAL,
          false);

  /**
   * Who asks.
   *
   * @param picture the address of a picture, by https
   */
  public record Sender(String name, Optional<String> picture) {

    public Sender {
      Ids.requireText("name", name);
      picture.ifPresent(
          address -> {
            if (!address.startsWith("https://")) {
              throw new IllegalArgumentException("picture: must begin with https://");
            }
          });
    }
  }

  /** Whether a word is wanted from those who say Keep. */
  public enum ReasonForKeep {
    OPTIONAL,
    REQUIRED
  }

  /** How urgent its messages are marked. */
  public enum Priority {
    LOW,
    NORMAL,
    HIGH
  }

  /** What sort of answer a question takes. */
  public enum Kind {
    /** Keep or Release, and nothing else; it alone decides. */
    DECISION,
    /** One of its options. */
    SINGLE,
    /** Any number of its options. */
    SEVERAL,
    /** Free text. */
    TEXT
  }

  /**
   * One question.
   *
   * @param id names it in answers
   * @param text by language tag
   * @param options what can be chosen; none where it decides, or takes free text
   * @param required whether an answer without it is refused
   */
  public record Question(
      String id, Kind kind, Map<String, String> text, List<Option> options, boolean required) {

    public Question {
      Ids.requireSlug("id", id);
      Objects.requireNonNull(kind, "kind: is missing");
      text = Map.copyOf(text);
      options = List.copyOf(options);
      boolean choice = kind == Kind.SINGLE || kind == Kind.SEVERAL;
      if (choice && options.size() < 2) {
        throw new IllegalArgumentException("options: a choice needs two at least");
      }
      if (!choice && !options.isEmpty()) {
        throw new IllegalArgumentException(
            kind == Kind.DECISION
                ? "options: the deciding question has exactly Keep and Release"
                : "options: free text has none");
      }
      distinct("options", options.stream().map(Option::id).toList());
    }
  }

  /** One answer to choose. */
  public record Option(String id, Map<String, String> text) {

    public Option {
      Ids.requireSlug("id", id);
      text = Map.copyOf(text);
    }
  }

  /**
   * When it asks.
   *
   * @param start nobody is asked before
   * @param answerWithin how long there is to answer; empty for what the rule says
   * @param remindDaysBefore the days before the deadline on which a reminder goes out; 0 is its day
   * @param expires nobody is asked from then on, and what is open ends with it
   */
  public record Timing(
      Optional<Instant> start,
      Optional<Handling.Term> answerWithin,
      List<Integer> remindDaysBefore,
      Optional<Instant> expires) {

    public static final Timing USUAL =
        new Timing(Optional.empty(), Optional.empty(), List.of(7, 3, 1, 0), Optional.empty());

    public Timing {
      remindDaysBefore = List.copyOf(remindDaysBefore);
      remindDaysBefore.forEach(days -> Require.between("reminders", days, 0, 90));
      if (start.isPresent() && expires.isPresent() && !expires.get().isAfter(start.get())) {
        throw new IllegalArgumentException("expires: is not after start");
      }
    }
  }

  public CampaignPlan {
    Objects.requireNonNull(reasonForKeep, "reasonForKeep: is missing");
    Objects.requireNonNull(priority, "priority: is missing");
    Objects.requireNonNull(timing, "timing: is missing");
    questions = List.copyOf(questions);
    distinct("questions", questions.stream().map(Question::id).toList());
    long deciding = questions.stream().filter(it -> it.kind() == Kind.DECISION).count();
    if (deciding > 1 || (deciding == 0 && !questions.isEmpty())) {
      throw new IllegalArgumentException(
          "questions: exactly one has the kind decision, not " + deciding);
    }
  }

  private static void distinct(String key, List<String> ids) {
    Set<String> seen = new HashSet<>();
    ids.forEach(
        id -> {
          if (!seen.add(id)) {
            throw new IllegalArgumentException(key + ": two are called " + id);
          }
        });
  }
}
