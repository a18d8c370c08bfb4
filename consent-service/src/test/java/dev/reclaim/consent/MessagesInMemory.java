package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions and messages in memory; a message leaves at once when it is told to. */
final class MessagesInMemory implements Prompts, Messages {

  /** One message. */
  record Gathered(Wanted wanted, Instant sendFrom, Instant opened, List<PromptId> prompts) {}

  final List<Gathered> waiting = new ArrayList<>();
  final List<Gathered> sent = new ArrayList<>();
  final Map<PromptId, Decision.Ask> asked = new LinkedHashMap<>();
  boolean delivered = true;

  /** Questions that came back. */
  final Set<PromptId> bounced = new HashSet<>();

  /** When a channel took a question, where it was later than planned. */
  final Map<PromptId, Instant> late = new LinkedHashMap<>();

  final Map<PromptId, Instant> extended = new LinkedHashMap<>();
  final Map<String, Linked> links = new LinkedHashMap<>();

  /** Everything that waits and may leave does. */
  void send(Instant now) {
    List<Gathered> leaving = waiting.stream().filter(it -> !it.sendFrom().isAfter(now)).toList();
    waiting.removeAll(leaving);
    sent.addAll(leaving);
  }

  @Override
  public boolean open(CandidateId candidate, Decision.Ask ask, Instant now) {
    return asked.put(ask.prompt(), ask) == null;
  }

  @Override
  public void closeAllBut(CandidateId candidate, Set<PromptId> open, Instant now) {}

  @Override
  public boolean delivered(Set<PromptId> prompts) {
    return delivered && prompts.stream().noneMatch(bounced::contains);
  }

  @Override
  public Optional<Linked> linkedBy(String tokenHash) {
    return Optional.ofNullable(links.get(tokenHash));
  }

  @Override
  public Optional<Prompt> find(PromptId prompt) {
    return Optional.ofNullable(asked.get(prompt))
        .map(
            ask ->
                new Prompt(
                    prompt,
                    new CandidateId("cnd-in-memory"),
                    ask.kind(),
                    ask.asked(),
                    extended.getOrDefault(prompt, ask.until()),
                    delivered(Set.of(prompt))
                        ? Optional.of(late.getOrDefault(prompt, ask.sendFrom()))
                        : Optional.empty(),
                    Optional.empty()));
  }

  @Override
  public void extend(PromptId prompt, Instant until) {
    extended.put(prompt, until);
  }

  @Override
  public void keep(PromptId prompt, Secrets.Fresh fresh) {}

  @Override
  public void answered(PromptId prompt, Answer answer, Instant at) {}

  @Override
  public void lockCodesOf(HolderId reader) {}

  @Override
  public void codeWasWrong(Prompt prompt, int wrong, Optional<Instant> lockedUntil) {}

  @Override
  public void codeWasRight(HolderId reader) {}

  @Override
  public void putOff(MessageId message, Instant until) {}

  @Override
  public void gather(PromptId prompt, Wanted wanted, Instant sendFrom, Instant now) {
    Optional<Gathered> open = waiting.stream().filter(it -> it.wanted().equals(wanted)).findFirst();
    if (open.isPresent()) {
      open.get().prompts().add(prompt);
    } else {
      waiting.add(new Gathered(wanted, sendFrom, now, new ArrayList<>(List.of(prompt))));
    }
  }

  @Override
  public Optional<Message> claim(Channel channel, Instant now, Instant leaseUntil) {
    return Optional.empty();
  }

  @Override
  public Optional<Message> find(MessageId id) {
    return Optional.empty();
  }

  @Override
  public void sent(MessageId message, Optional<String> reference, Instant at) {}

  @Override
  public int failed(MessageId message, String why) {
    return 1;
  }

  @Override
  public void tryAgainAt(MessageId message, Instant at) {}

  @Override
  public boolean undeliverable(MessageId message, String why) {
    return true;
  }

  @Override
  public AttentionBudget.Lately lately(HolderId reader) {
    return new AttentionBudget.Lately(
        last(reader, Message.Purpose.ASK),
        waiting.stream()
            .anyMatch(
                it ->
                    it.wanted().reader().equals(reader)
                        && it.wanted().purpose() == Message.Purpose.ASK),
        last(reader, Message.Purpose.DIGEST));
  }

  private Optional<Instant> last(HolderId reader, Message.Purpose purpose) {
    return sent.stream()
        .filter(it -> it.wanted().reader().equals(reader) && it.wanted().purpose() == purpose)
        .map(Gathered::opened)
        .max(Instant::compareTo);
  }

  @Override
  public Set<Channel> channelsOf(PromptId prompt) {
    return Set.of();
  }

  @Override
  public List<Late> late(Channel channel, Instant now, int most) {
    return List.of();
  }

  @Override
  public Waiting waiting(Channel channel, Instant now) {
    return new Waiting(waiting.size(), Optional.empty(), Optional.empty());
  }
}
