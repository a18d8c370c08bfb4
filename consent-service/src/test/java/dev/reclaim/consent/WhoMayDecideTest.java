package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.consent.DecideAsApprover.Outcome;
import dev.reclaim.consent.crypto.RandomSecrets;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.Event;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PromptId;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose word counts, by what name they come. */
class WhoMayDecideTest {

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Company company = Company.of(mari, john);
  private final CandidatesInMemory candidates = new CandidatesInMemory();
  private final MessagesInMemory messages = new MessagesInMemory();
  private final List<Event> told = new ArrayList<>();

  private CandidateDesk desk() {
    return new CandidateDesk(
        new CaseBook(candidates, new NothingParked(), new NoHistory()),
        questions(),
        new Surroundings(company, new StandInsInMemory(), company, questions()),
        (events, _) -> told.addAll(events));
  }

  private Questions questions() {
    return new Questions(
        messages,
        messages,
        company,
        new Channels(List.of(new ByMail())),
        AttentionBudget.UNLIMITED);
  }

  private static final class NothingParked implements Parked {
    @Override
    public void add(CandidateId candidate, Input.Fact news, Cause cause, Instant now) {
      throw new AssertionError("nothing comes too early here");
    }

    @Override
    public List<Waiting> takeAll(CandidateId candidate) {
      return List.of();
    }
  }

  private static final class NoHistory implements History {
    @Override
    public void happened(ConsentEvent.AboutCandidate event, Candidate next, Instant at) {}

    @Override
    public void hadNoEffect(CandidateId candidate, String input, String why, Instant at) {}
  }

  private Outcome decides(String login, Optional<String> requester) {
    Talk talk = Talk.begun(company, found(john, asking(Handling.Silence.KEEP)));
    talk.holderSays(Answer.KEEP);
    AwaitingApproval asked = (AwaitingApproval) talk.state();
    AwaitingApproval state =
        new AwaitingApproval(
            requester.map(asked.file()::requestedBy).orElse(asked.file()),
            asked.holderPrompt(),
            asked.pending());
    candidates.put(state, MONDAY);
    return new DecideAsApprover(
            desk(), candidates, messages, company, (events, _) -> told.addAll(events))
        .decide(state.file().candidate(), login, Answer.KEEP, Optional.empty(), MONDAY);
  }

  @Test
  void theApproverDecidesByAnyOfTheirNames() {
    assertThat(decides("MARI@example.com", Optional.empty())).isInstanceOf(Outcome.Taken.class);
    assertThat(told).extracting(it -> it.getClass().getSimpleName()).contains("ManagerAnswered");
  }

  @Test
  void aNameThatFitsSeveralPeopleIsNobodys() {
    // given: somebody else goes by the name of Mari's account
    company.put(alsoCalled("mari", person("Marina")));
    // then
    assertThat(decides("mari", Optional.empty())).isInstanceOf(Outcome.NotYours.class);
    assertThat(told)
        .extracting(it -> it.getClass().getSimpleName())
        .containsExactly("AnswerRefused");
    assertThat(decides("mari@example.com", Optional.empty())).isInstanceOf(Outcome.Taken.class);
  }

  @Test
  void whoStartedItDoesNotDecideItByAnotherOfTheirNamesEither() {
    assertThat(decides("mari@example.com", Optional.of("MARI")))
        .isEqualTo(new Outcome.NotYours("Who starts a reclamation does not decide it."));
  }

  private static Holder alsoCalled(String name, Holder it) {
    List<Identifier> identifiers = new ArrayList<>(it.identifiers());
    identifiers.add(new Identifier(Identifier.Kind.SAM_ACCOUNT_NAME, name));
    return new Holder(
        it.id(),
        it.kind(),
        identifiers,
        it.name(),
        it.status(),
        it.since(),
        it.manager(),
        it.owner(),
        it.department(),
        it.locale(),
        it.timeZone(),
        it.workingDays(),
        it.asOf());
  }

  @Test
  void oneAnswerToSeveralQuestionsLocksThemInOneOrder() {
    // given: the linked question is not among those that are picked, and would come last
    RandomSecrets secrets = new RandomSecrets();
    Secrets.Fresh fresh = secrets.fresh("123456");
    List<Prompt> prompts =
        List.of(question("Zoe"), question("Ada"), question("Mia")).stream()
            .sorted((one, other) -> one.candidate().value().compareTo(other.candidate().value()))
            .toList();
    Prompt linked = prompts.getFirst();
    List<Prompt> picked = List.of(prompts.getLast(), prompts.get(1));
    messages.links.put(
        fresh.tokenHash(), new Prompts.Linked(linked, fresh.codeHash(), Prompts.Tries.NONE));
    AnswerByLink byLink =
        new AnswerByLink(
            desk(), candidates, messages, company, secrets, (events, _) -> told.addAll(events));
    candidates.locked.clear();
    // when: with a wrong code, so that nothing is locked but for the look at it
    new AnswerSeveralByLink(byLink, candidates, new Together(prompts))
        .answer(
            fresh.token(),
            "000000",
            Set.of(picked.getFirst().id(), picked.getLast().id()),
            Answer.RELEASE,
            Optional.empty(),
            MONDAY);
    // then
    assertThat(candidates.locked.stream().distinct())
        .containsExactlyElementsOf(prompts.stream().map(Prompt::candidate).toList());
  }

  private Prompt question(String name) {
    Holder holder = person(name);
    CaseFile file = CaseFile.of(found(holder, asking(Handling.Silence.KEEP)));
    PromptId id = file.nextPrompt(holder.id());
    candidates.put(Ready.untilBack(file, "test"), MONDAY);
    return new Prompt(
        id,
        file.candidate(),
        Decision.Kind.HOLDER,
        holder.id(),
        MONDAY.plusSeconds(60),
        Optional.of(MONDAY),
        Optional.empty());
  }

  /** Questions that came in one message. */
  private record Together(List<Prompt> prompts) implements Mine {
    @Override
    public List<Prompt> askedTogetherWith(PromptId question) {
      return prompts;
    }

    @Override
    public List<Candidate> heldBy(HolderId holder, int atMost) {
      return List.of();
    }

    @Override
    public List<Prompt> openQuestionsTo(HolderId asked) {
      return List.of();
    }

    @Override
    public List<Candidate> waitingFor(HolderId approver, int atMost) {
      return List.of();
    }

    @Override
    public long countWaitingFor(HolderId approver) {
      return 0;
    }

    @Override
    public Map<CandidateId, Said> whatHoldersSaid(Collection<CandidateId> candidates) {
      return Map.of();
    }
  }
}
