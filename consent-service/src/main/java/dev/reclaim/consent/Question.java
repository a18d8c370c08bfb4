package dev.reclaim.consent;

import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.SeatRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One question in the reader's words, the same in the mail and on the page. All of it is data:
 * nothing in it is ever executed.
 *
 * @param seat which seat is meant, by its account
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
 * @param languages of those parts that are not in the reader's language, by their names
 */
public record Question(
    String lang,
    String subject,
    String title,
    String seat,
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
    CampaignPlan.Priority priority,
    Map<String, String> languages) {

  /**
   * A question that decides nothing.
   *
   * @param id names it in an answer
   * @param options what can be chosen; empty for free text
   * @param lang of the text, where that is not the reader's
   */
  public record Further(
      String id,
      CampaignPlan.Kind kind,
      String text,
      List<Choice> options,
      boolean required,
      Optional<String> lang) {

    /** Whether exactly one of the options is to be chosen. */
    public boolean onlyOne() {
      return required && inputType().equals("radio");
    }

    /** Of the fields on a page. */
    public String inputType() {
      return switch (kind) {
        case DECISION, SINGLE -> "radio";
        case SEVERAL -> "checkbox";
        case TEXT -> "text";
      };
    }
  }

  /**
   * One answer to choose.
   *
   * @param lang of the text, where that is not the reader's
   */
  public record Choice(String id, String text, Optional<String> lang) {}

  /** The language of a part, where that is not the reader's. */
  public Optional<String> langOf(String part) {
    return Optional.ofNullable(languages.get(part));
  }

  /** Whether one of the further questions needs an answer. */
  public boolean hasNeeded() {
    return further.stream().anyMatch(Further::required);
  }

  /** Whether more is asked than a list of several questions has room for. */
  public boolean wantsMore() {
    return reasonForKeep || !further.isEmpty();
  }

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

    Addressee to() {
      return Addressee.of(prompt, file);
    }

    /** The account, and the tier where the application has several. */
    String account() {
      SeatRef seat = file.found().seat();
      return seat.tier().equals(SeatRef.ONLY_TIER)
          ? seat.account()
          : seat.account() + " (" + seat.tier() + ")";
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
    Addressee to = made.to();
    String title = made.applicationTitle();
    String who = made.holderName();
    CandidateFound found = made.file().found();
    Map<String, String> languages = new LinkedHashMap<>();
    return new Question(
        words.lang(),
        note(
            languages,
            "subject",
            campaign(made, CampaignDefined::subject, words)
                .orElseGet(() -> Sentence.ours(words.say(to.key("subject"), title, who)))),
        note(
            languages,
            "title",
            deciding(made, words)
                .orElseGet(() -> Sentence.ours(words.say(to.key("title"), title, who)))),
        words.say(to.key("seat"), who, made.account()),
        words.say("greeting", made.reader().map(Holder::name).orElse("")),
        campaign(made, CampaignDefined::intro, words).map(it -> note(languages, "intro", it)),
        words.evidence(found.evidence(), title, to, who),
        new SaysWhy(words, to, who).of(found),
        found.pricePerMonth().map(price -> words.say("price", words.money(price))),
        note(
            languages,
            "goes",
            loss(made, words)
                .orElseGet(() -> Sentence.ours(words.say(to.key("goes"), title, who)))),
        words.say(to.key("stays"), title, who),
        wayBack(made, words),
        words.moment(made.prompt().until()),
        words.say(to.key(silenceOf(made)), words.moment(made.prompt().until())),
        words.say(to.key("keep"), who),
        words.say(to.key(keepThen(made))),
        words.say(to.key("release"), who),
        words.say(to.key(releaseThen(made))),
        made.reasonForKeep(),
        further(made, words),
        made.plan().sender(),
        made.plan().priority(),
        Map.copyOf(languages));
  }

  private static String note(Map<String, String> languages, String part, Sentence said) {
    said.lang().ifPresent(it -> languages.put(part, it));
    return said.text();
  }

  /** What the application's document says; it says it to the holder, in English. */
  private static Optional<Sentence> loss(Material made, Words words) {
    return made.application()
        .map(ApplicationDefined::loss)
        .filter(loss -> !loss.isBlank() && made.to() == Addressee.HOLDER)
        .map(loss -> words.inLanguage(loss, "en"));
  }

  private static String releaseThen(Material made) {
    boolean agreed =
        made.prompt().kind() == Decision.Kind.HOLDER
            && made.file().handling().approval() == Handling.Approval.ALWAYS;
    return agreed ? "release-agreed" : "release-then";
  }

  private static Optional<Sentence> deciding(Material made, Words words) {
    return made.plan().questions().stream()
        .filter(it -> it.kind() == CampaignPlan.Kind.DECISION)
        .findFirst()
        .flatMap(it -> inLanguage(it.text(), words));
  }

  private static List<Further> further(Material made, Words words) {
    return made.plan().questions().stream()
        .filter(it -> it.kind() != CampaignPlan.Kind.DECISION)
        .map(it -> further(it, words))
        .toList();
  }

  private static Further further(CampaignPlan.Question it, Words words) {
    Sentence text = inLanguage(it.text(), words).orElse(Sentence.ours(it.id()));
    return new Further(
        it.id(),
        it.kind(),
        text.text(),
        it.options().stream().map(option -> choice(option, words)).toList(),
        it.required(),
        text.lang());
  }

  private static Choice choice(CampaignPlan.Option option, Words words) {
    Sentence text = inLanguage(option.text(), words).orElse(Sentence.ours(option.id()));
    return new Choice(option.id(), text.text(), text.lang());
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
    return switch (made.prompt().kind()) {
      case APPROVER -> Outlook.ofSilentApprovers(made.file());
      case HOLDER -> Outlook.ofSilentHolder(made.file().handling());
    };
  }

  /** The campaign's text in this language, if it has any; it speaks to those who answer first. */
  private static Optional<Sentence> campaign(
      Material made, Function<CampaignDefined, Map<String, String>> text, Words words) {
    return made.campaign()
        .filter(_ -> made.prompt().kind() == Decision.Kind.HOLDER)
        .map(text)
        .flatMap(byLanguage -> inLanguage(byLanguage, words));
  }

  /** In this language, else in English, else in the first of those it has. */
  private static Optional<Sentence> inLanguage(Map<String, String> byLanguage, Words words) {
    return Stream.concat(
            Stream.of(words.lang(), words.locale().getLanguage(), "en"),
            byLanguage.keySet().stream().sorted())
        .filter(lang -> byLanguage.get(lang) != null && !byLanguage.get(lang).isBlank())
        .findFirst()
        .map(lang -> words.inLanguage(byLanguage.get(lang), lang));
  }
}
