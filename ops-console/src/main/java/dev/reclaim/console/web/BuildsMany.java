package dev.reclaim.console.web;

import dev.reclaim.console.Candidate;
import dev.reclaim.console.Candidates;
import dev.reclaim.console.CarriesOut.Judged;
import dev.reclaim.console.Instruction;
import dev.reclaim.console.Order;
import dev.reclaim.events.CandidateId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Puts the page of an order about several candidates together. */
@ApplicationScoped
class BuildsMany {

  private final Candidates candidates;
  private final Reader reader;

  BuildsMany(Candidates candidates, Reader reader) {
    this.candidates = candidates;
    this.reader = reader;
  }

  /** What would become of them. */
  ManyView preview(Instruction instruction, List<String> picked, Judged judged) {
    return new ManyView(
        instruction.order(),
        false,
        instruction.more(),
        picked,
        "What becomes of the " + count(judged.asked()),
        judged.done() == 0
            ? Optional.empty()
            : Optional.of(instruction.order().manyWords() + " " + summary(judged)),
        left(judged),
        Optional.empty());
  }

  /** What became of them. */
  ManyView done(Instruction instruction, List<String> picked, Judged judged) {
    return new ManyView(
        instruction.order(),
        true,
        instruction.more(),
        picked,
        instruction.order().manyWords() + ": " + summary(judged),
        Optional.empty(),
        left(judged),
        Optional.empty());
  }

  /** Nothing happened at all. */
  ManyView refused(Order order, String why) {
    return new ManyView(
        order, false, "", List.of(), "Not done", Optional.empty(), List.of(), Optional.of(why));
  }

  /** As in {@code 3 of 12: 9 need attention}. */
  private String summary(Judged judged) {
    int left = judged.asked() - judged.done();
    String done = reader.number(judged.done()) + " of " + reader.number(judged.asked());
    return switch (left) {
      case 0 -> done;
      case 1 -> done + ": 1 needs attention";
      default -> done + ": " + reader.number(left) + " need attention";
    };
  }

  private String count(int number) {
    return number == 1 ? "one picked candidate" : reader.number(number) + " picked candidates";
  }

  private List<ManyView.Left> left(Judged judged) {
    return judged.left().stream()
        .map(it -> new ManyView.Left(it.candidate().value(), name(it.candidate()), it.why()))
        .toList();
  }

  private String name(CandidateId id) {
    return candidates.history(id).map(it -> name(it.candidate())).orElse(id.value());
  }

  private String name(Candidate candidate) {
    String holder =
        candidates
            .names(List.of(candidate.holder()))
            .getOrDefault(candidate.holder(), candidate.holder().value());
    return candidate
        .seat()
        .map(seat -> seat.application().value())
        .map(id -> holder + " · " + candidates.applications().getOrDefault(id, id))
        .orElse(holder);
  }
}
