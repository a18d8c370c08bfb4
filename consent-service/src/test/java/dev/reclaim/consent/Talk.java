package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.PromptId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One candidate, led through inputs by hand; remembers what was said. */
final class Talk {

  final Company company;
  final List<ConsentEvent.AboutCandidate> said = new ArrayList<>();
  final List<Decision.Remind> reminders = new ArrayList<>();
  final List<Decision.Ask> asks = new ArrayList<>();
  private final List<Input> parked = new ArrayList<>();
  Optional<Candidate> state = Optional.empty();
  Instant now = Story.MONDAY;
  final StandInsInMemory standIns = new StandInsInMemory();
  final MessagesInMemory messages;
  private final Questions questions;
  private CaseFile file;

  Talk(Company company, CandidateFound found) {
    this(company, found, AttentionBudget.UNLIMITED, new MessagesInMemory());
  }

  Talk(Company company, CandidateFound found, AttentionBudget budget, MessagesInMemory messages) {
    this.company = company;
    this.file = CaseFile.of(found);
    this.messages = messages;
    this.questions =
        new Questions(messages, messages, company, new Channels(List.of(new ByMail())), budget);
  }

  Circumstances around() {
    return new Surroundings(company, standIns, company, questions).around(file, state, now);
  }

  static Talk begun(Company company, CandidateFound found) {
    Talk talk = new Talk(company, found);
    talk.hear(new Input.Found(found));
    return talk;
  }

  Decision hear(Input input) {
    Decision decision = ConsentDecider.decide(state, input, around(), now);
    switch (decision) {
      case Decision.Moved moved -> {
        state = Optional.of(moved.next());
        file = moved.next().file();
        said.addAll(moved.said());
        asks.addAll(moved.asks());
        moved.asks().forEach(ask -> questions.open(file.candidate(), ask, now));
        moved
            .reminder()
            .ifPresent(
                it -> {
                  reminders.add(it);
                  questions.remind(it, now);
                });
        List<Input> waiting = List.copyOf(parked);
        parked.clear();
        waiting.forEach(this::hear);
      }
      case Decision.TooEarly _ -> parked.add(input);
      case Decision.NoEffect _ -> {}
    }
    return decision;
  }

  Talk after(Duration time) {
    now = now.plus(time);
    return this;
  }

  Candidate state() {
    return state.orElseThrow();
  }

  PromptId lastPrompt() {
    return asks.getLast().prompt();
  }

  Decision holderSays(Answer answer) {
    PromptId prompt =
        asks.stream().filter(ask -> ask.kind() == Decision.Kind.HOLDER).toList().getLast().prompt();
    return hear(new Input.HolderSaid(prompt, answer, Optional.empty()));
  }

  Decision approverSays(Answer answer) {
    return hear(new Input.ApproverSaid(lastPrompt(), answer, Optional.of("since I say so")));
  }

  List<String> heard() {
    return said.stream().map(event -> event.getClass().getSimpleName()).toList();
  }
}
