package dev.reclaim.consent;

import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One question in the reader's words, the same in the mail and on the page. All of it is data:
 * nothing in it is ever executed.
 *
 * @param because one sentence per reason of the rule
 * @param goes what is lost
 * @param stays what stays, which so far is: everything but the login
 * @param wayBack how to undo it
 * @param silence what no answer means
 * @param keepThen what follows on Keep
 * @param releaseThen what follows on Release
 * @param reasonForKeep whether a word is wanted from those who say Keep
 * @param further what else the campaign asks; it decides nothing
 * @param sender who asks, where the campaign says so
 * @param priority how urgent its messages are marked
 */
public record Question(
    String lang,
    String subject,
    String title,
    String greeting,
    Optional<String> intro,
    String evidence,
    List<Sentence> because,
    Optional<String> price,
    String goes,
    String stays,
    String wayBack,
    String until,
    String silence,
    String keep,
    String keepThen,
    String release,
    String releaseThen,
    boolean reasonForKeep,
    List<Further> further,
    Optional<CampaignPlan.Sender> sender,
    CampaignPlan.Priority priority) {

  /**
   * A question that decides nothing.
   *
   * @param id names it in an answer
   * @param options what can be chosen; empty for free text
   */
  public record Further(
      String id, CampaignPlan.Kind kind, String text, List<Choice> options, boolean required) {

    /** Of the fields on a page. */
    public String inputType() {
      return switch (kind) {
        case DECISION, SINGLE -> "radio";
        case SEVERAL -> "checkbox";
        case TEXT -> "text";
      };
    }
  }

  /** One answer to choose. */
  public record Choice(String id, String text) {}

  /** What a question is made of. */
  public record Material(
      CaseFile file,
      Prompt prompt,
      Optional<Holder> reader,
      Optional<Holder> holder,
      Optional<ApplicationDefined> application,
      Optional<CampaignDefined> campaign) {

    /** Gathers what the tables say. */
    public static Material of(
        CaseFile file, Prompt prompt, People people, Applications applications) {
      return new Material(
          file,
          prompt,
          people.find(prompt.asked()),
          people.find(file.holder()),
          applications.find(file.application()),
          file.handling().asking().campaign().flatMap(applications::campaign));
    }

    public String applicationTitle() {
      return application.map(ApplicationDefined::title).orElse(file.application().value());
    }

    public CampaignPlan plan() {
      return campaign
          .filter(_ -> prompt.kind() == Decision.Kind.HOLDER)
          .map(CampaignChoice::planOf)
          .orElse(CampaignPlan.PLAIN);
    }

    /** Whether the campaign wants a reason from a holder who keeps. */
    boolean reasonForKeep() {
      return plan().reasonForKeep() == CampaignPlan.ReasonForKeep.REQUIRED;
    }

    public String holderName() {
      return holder.map(Holder::name).orElse(file.found().seat().account());
    }
  }

  public static Question of(Material made, Words words) {
    String to = made.prompt().kind() == Decision.Kind.HOLDER ? "holder." : "approver.";
    String title = made.applicationTitle();
    String who = made.holderName();
    CandidateFound found = made.file().found();
    return new Question(
        words.lang(),
        campaign(made, CampaignDefined::subject, words.locale())
            .filter(subject -> made.prompt().kind() == Decision.Kind.HOLDER)
            .orElseGet(() -> words.say(to + "subject", title, who)),
        deciding(made, words).orElseGet(() -> words.say(to + "title", title, who)),
        words.say("greeting", made.reader().map(Holder::name).orElse("")),
        campaign(made, CampaignDefined::intro, words.locale())
            .filter(intro -> made.prompt().kind() == Decision.Kind.HOLDER),
        words.evidence(found.evidence(), title, made.prompt().kind(), who),
        new SaysWhy(words, made.prompt().kind(), who).of(found),
        found.pricePerMonth().map(price -> words.say("price", words.money(price))),
        made.application()
            .map(ApplicationDefined::loss)
            .filter(loss -> !loss.isBlank())
            .orElseGet(() -> words.say(to + "goes", title, who)),
        words.say(to + "stays", title, who),
        wayBack(made, words),
        words.moment(made.prompt().until()),
        words.say(to + silenceOf(made), words.moment(made.prompt().until())),
        words.say(to + "keep", who),
        words.say(to + keepThen(made)),
        words.say(to + "release", who),
        words.say(to + releaseThen(made)),
        made.reasonForKeep(),
        further(made, words),
        made.plan().sender(),
        made.plan().priority());
  }

  private static String released(Handling handling) {
    return switch (handling.mode()) {
      case OBSERVE, ASK -> "silence-keep";
      case ENFORCE ->
          handling.approval() == Handling.Approval.ALWAYS ? "silence-ask" : "silence-release";
    };
  }

  private static String releaseThen(Material made) {
    boolean agreed =
        made.prompt().kind() == Decision.Kind.HOLDER
            && made.file().handling().approval() == Handling.Approval.ALWAYS;
    return agreed ? "release-agreed" : "release-then";
  }

  private static Optional<String> deciding(Material made, Words words) {
    return made.plan().questions().stream()
        .filter(it -> it.kind() == CampaignPlan.Kind.DECISION)
        .findFirst()
        .flatMap(it -> inLanguage(it.text(), words.locale()));
  }

  private static List<Further> further(Material made, Words words) {
    return made.plan().questions().stream()
        .filter(it -> it.kind() != CampaignPlan.Kind.DECISION)
        .map(
            it ->
                new Further(
                    it.id(),
                    it.kind(),
                    inLanguage(it.text(), words.locale()).orElse(it.id()),
                    it.options().stream()
                        .map(
                            option ->
                                new Choice(
                                    option.id(),
                                    inLanguage(option.text(), words.locale()).orElse(option.id())))
                        .toList(),
                    it.required()))
        .toList();
  }

  private static String wayBack(Material made, Words words) {
    int days = made.application().map(ApplicationDefined::restorableDays).orElse(0);
    return days == 0 ? words.say("no-way-back") : words.say("way-back", days);
  }

  private static String keepThen(Material made) {
    boolean stands =
        made.prompt().kind() == Decision.Kind.HOLDER
            && made.file().handling().approval() == Handling.Approval.NEVER;
    return stands ? "keep-stands" : "keep-then";
  }

  private static String silenceOf(Material made) {
    if (made.prompt().kind() == Decision.Kind.APPROVER) {
      return "silence";
    }
    return switch (made.file().handling().asking().silence()) {
      case Handling.Silence.RELEASE -> released(made.file().handling());
      case Handling.Silence.KEEP -> "silence-keep";
      case Handling.Silence.ASK_APPROVER -> "silence-ask";
      case Handling.Silence.PARK -> "silence-park";
    };
  }

  /** The campaign's text in this language, if it has any. */
  private static Optional<String> campaign(
      Material made, Function<CampaignDefined, Map<String, String>> text, Locale locale) {
    return made.campaign().map(text).flatMap(byLanguage -> inLanguage(byLanguage, locale));
  }

  /** In this language, else in English, else in the first of those it has. */
  private static Optional<String> inLanguage(Map<String, String> byLanguage, Locale locale) {
    return Stream.concat(
            Stream.of(locale.toLanguageTag(), locale.getLanguage(), "en"),
            byLanguage.keySet().stream().sorted())
        .map(byLanguage::get)
        .filter(found -> found != null && !found.isBlank())
        .findFirst();
  }
}
