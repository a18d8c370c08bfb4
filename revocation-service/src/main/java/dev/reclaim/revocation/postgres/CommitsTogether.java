package dev.reclaim.revocation.postgres;

import dev.reclaim.messaging.Loop;
import dev.reclaim.messaging.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Puts what many threads want to store at the same moment into one transaction: whoever comes while
 * one is being committed goes with the next. If a transaction fails, each goes alone, so that one
 * bad row hurts nobody else.
 */
final class CommitsTogether<Q, A> extends Loop {

  private static final int MOST = 200;
  private static final long LOOK_AROUND_MILLIS = 500;

  /** What is done with many questions in the transaction that is open. */
  @FunctionalInterface
  interface Work<Q, A> {

    /** One answer for each, in their order. */
    List<A> answer(List<Q> questions);
  }

  private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}

  private final BlockingQueue<Waiting<Q, A>> waiting = new LinkedBlockingQueue<>();
  private final Transactions transactions;
  private final Work<Q, A> work;

  CommitsTogether(String name, Transactions transactions, Work<Q, A> work) {
    super(name);
    this.transactions = transactions;
    this.work = work;
  }

  /** Waits until it is committed. */
  A ask(Q question) {
    Waiting<Q, A> one = new Waiting<>(question, new CompletableFuture<>());
    waiting.add(one);
    try {
      return one.answer().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  protected void round() throws InterruptedException {
    while (running()) {
      alive();
      Waiting<Q, A> first = waiting.poll(LOOK_AROUND_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        List<Waiting<Q, A>> all = new ArrayList<>(List.of(first));
        waiting.drainTo(all, MOST - 1);
        commit(all);
      }
    }
  }

  private void commit(List<Waiting<Q, A>> all) {
    try {
      List<A> answers = new ArrayList<>();
      transactions.run(
          () -> answers.addAll(work.answer(all.stream().map(Waiting::question).toList())));
      for (int i = 0; i < all.size(); i++) {
        all.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException e) {
      if (all.size() == 1) {
        all.getFirst().answer().completeExceptionally(e);
      } else {
        all.forEach(one -> commit(List.of(one)));
      }
    }
  }

  /** Whoever still waits is told, and finds out after the next start. */
  @Override
  protected void finish() {
    Waiting<Q, A> left = waiting.poll();
    while (left != null) {
      left.answer().completeExceptionally(new IllegalStateException("this service is stopping"));
      left = waiting.poll();
    }
  }
}
