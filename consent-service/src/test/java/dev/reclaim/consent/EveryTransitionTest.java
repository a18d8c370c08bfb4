package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.askingNobody;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state meets every input: it moves on as the picture says, or answers why it does not. */
class EveryTransitionTest {

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Holder olga = person("Olga");

  private Talk talk(Handling handling) {
    return Talk.begun(Company.of(mari, john, olga), found(john, handling));
  }

  private Talk asked(Handling.Silence silence) {
    return talk(asking(silence));
  }

  private Talk approved() {
    return talk(askingNobody(true));
  }

  private static Talk after(Talk talk, Input... inputs) {
    for (Input input : inputs) {
      talk.hear(input);
    }
    return talk;
  }

  private static Talk late(Talk talk) {
    return after(talk.after(Duration.ofDays(7)), new Input.DeadlinePassed());
  }

  private Map<String, Supplier<Talk>> states() {
    Map<String, Supplier<Talk>> states = new LinkedHashMap<>();
    states.put(
        "nobody to ask",
        () -> Talk.begun(Company.of(), found(john, asking(Handling.Silence.KEEP))));
    states.put("no campaign", () -> talk(Story.under("missing", asking(Handling.Silence.KEEP))));
    states.put(
        "no approver",
        () -> {
          Talk talk = Talk.begun(Company.of(john), found(john, asking(Handling.Silence.KEEP)));
          talk.holderSays(Answer.KEEP);
          return talk;
        });
    states.put("parked", () -> late(asked(Handling.Silence.PARK)));
    states.put("failed", () -> after(approved(), failed()));
    states.put(
        "put off",
        () ->
            after(
                asked(Handling.Silence.KEEP),
                new Input.Snooze("op", MONDAY.plus(Duration.ofDays(1)))));
    states.put(
        "an operator's turn",
        () -> talk(Story.with(askingNobody(true), Handling.Mode.ASK, Handling.Approval.ON_KEEP)));
    states.put("asked", () -> asked(Handling.Silence.RELEASE));
    states.put("asked, and late", () -> asked(Handling.Silence.RELEASE).after(Duration.ofDays(8)));
    states.put(
        "approver asked",
        () -> {
          Talk talk = asked(Handling.Silence.RELEASE);
          talk.holderSays(Answer.KEEP);
          return talk;
        });
    states.put("approved", this::approved);
    states.put("started", () -> after(approved(), new Input.RevocationStarted(MONDAY)));
    states.put("seat gone", () -> after(approved(), withdrawn(CandidateWithdrawn.Cause.SEAT_GONE)));
    states.put(
        "held",
        () ->
            after(
                asked(Handling.Silence.RELEASE),
                new Input.HoldPlaced("A lawsuit.", Optional.of(MONDAY.plus(Duration.ofDays(3))))));
    states.put("complete", () -> after(approved(), verified()));
    states.put("skipped", () -> after(approved(), new Input.Skip("op", "They need it.")));
    states.put(
        "reason gone", () -> after(approved(), withdrawn(CandidateWithdrawn.Cause.REASON_GONE)));
    states.put("canceled", () -> after(approved(), withdrawn(CandidateWithdrawn.Cause.USED)));
    return states;
  }

  private static Input failed() {
    return new Input.RevocationFailed("The directory refused.", "Ask its owner.");
  }

  private static Input verified() {
    return new Input.RevocationVerified("Read back.", MONDAY.plus(Duration.ofDays(30)));
  }

  private List<Input> inputs(Talk talk) {
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input.Found(talk.state().file().found()));
    for (CandidateWithdrawn.Cause cause : CandidateWithdrawn.Cause.values()) {
      inputs.add(withdrawn(cause));
    }
    inputs.add(new Input.HoldPlaced("A lawsuit.", Optional.empty()));
    inputs.add(new Input.HoldLifted("It is over."));
    inputs.add(new Input.RevocationStarted(MONDAY));
    inputs.add(verified());
    inputs.add(failed());
    for (RevocationCanceled.Cause cause : RevocationCanceled.Cause.values()) {
      inputs.add(new Input.RevocationStopped(cause, "The last look."));
    }
    inputs.add(new Input.RevocationRestored(MONDAY));
    for (Holder.Status status : Holder.Status.values()) {
      inputs.add(new Input.HolderChanged(john.id(), status));
      inputs.add(new Input.HolderChanged(mari.id(), status));
    }
    Stream.concat(
            talk.asks.stream().map(Decision.Ask::prompt), Stream.of(new PromptId("prm-unknown")))
        .forEach(
            prompt -> {
              for (Answer answer : Answer.values()) {
                inputs.add(new Input.HolderSaid(prompt, answer, Optional.empty()));
                inputs.add(new Input.ApproverSaid(prompt, answer, Optional.of("so")));
              }
              inputs.add(new Input.Undeliverable(prompt, "no such mailbox"));
              inputs.add(new Input.QuestionLeaves(prompt));
            });
    inputs.add(new Input.DeadlinePassed());
    inputs.add(new Input.CampaignChanged(new CampaignName("missing")));
    inputs.add(new Input.ApplicationChanged(talk.state().file().application()));
    inputs.add(new Input.StandInBegins(mari.id()));
    inputs.add(new Input.Reclaim("op"));
    inputs.add(new Input.Resume("op"));
    inputs.add(new Input.Skip("op", "They need it."));
    inputs.add(new Input.CloseComplete("op", "Done.", "T-1"));
    inputs.add(new Input.Snooze("op", MONDAY.plus(Duration.ofDays(30))));
    inputs.add(new Input.Snooze("op", MONDAY));
    inputs.add(new Input.Reassign("op", olga));
    inputs.add(new Input.Reassign("op", john));
    return inputs;
  }

  @TestFactory
  Stream<DynamicTest> everyStateAnswersEveryInput() {
    Set<String> picture = drawn();
    return states().entrySet().stream()
        .flatMap(
            state ->
                inputs(state.getValue().get()).stream()
                    .map(
                        input ->
                            DynamicTest.dynamicTest(
                                state.getKey() + " × " + input,
                                () -> answers(state.getValue().get(), input, picture))));
  }

  private static void answers(Talk talk, Input input, Set<String> picture) {
    Candidate before = talk.state();
    Decision decision = talk.hear(input);
    switch (decision) {
      case Decision.Moved moved ->
          assertThat(reachable(name(before), picture)).contains(name(moved.next()));
      case Decision.NoEffect no -> {
        assertThat(no.why()).isNotBlank();
        assertThat(talk.state()).isEqualTo(before);
      }
      case Decision.TooEarly early -> {
        assertThat(early.why()).isNotBlank();
        assertThat(input).isInstanceOf(Input.Fact.class);
        assertThat(talk.state()).isEqualTo(before);
      }
    }
  }

  private static String name(Candidate state) {
    return state.getClass().getSimpleName();
  }

  /** One arrow, or two by way of Ready, on which what goes on at once does not stay. */
  private static Set<String> reachable(String from, Set<String> picture) {
    Set<String> direct = to(from, picture);
    return direct.contains("Ready")
        ? Stream.concat(direct.stream(), to("Ready", picture).stream()).collect(Collectors.toSet())
        : direct;
  }

  private static Set<String> to(String from, Set<String> picture) {
    return picture.stream()
        .filter(arrow -> arrow.startsWith(from + " "))
        .map(arrow -> arrow.substring(arrow.indexOf(' ') + 1))
        .collect(Collectors.toSet());
  }

  /** What the diagram shows: the public methods of each state. */
  private static Set<String> drawn() {
    return dev.reclaim.testkit.StateDiagram.mermaidOf(Candidate.class)
        .lines()
        .filter(line -> line.contains("-->"))
        .map(line -> line.strip().replaceAll(" --> (\\w+).*", " $1"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyStateIsAmongThem() {
    assertThat(
            states().values().stream()
                .map(it -> name(it.get().state()))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Candidate.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
    assertThat(
            states().values().stream()
                .map(it -> it.get().state())
                .filter(AttentionRequired.class::isInstance)
                .map(it -> ((AttentionRequired) it).trouble())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(AttentionRequired.Trouble.values());
  }
}
