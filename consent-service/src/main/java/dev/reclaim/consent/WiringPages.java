package dev.reclaim.consent;

import dev.reclaim.consent.postgres.MineTable;
import dev.reclaim.messaging.PostgresOutbox;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Joins what the pages of holders and approvers need. */
@Singleton
public class WiringPages {

  @Produces
  @Singleton
  Mine mine(DataSource database) {
    return new MineTable(database);
  }

  @Produces
  @Singleton
  AnswerSeveralByLink answerSeveralByLink(AnswerByLink byLink, Candidates candidates, Mine mine) {
    return new AnswerSeveralByLink(byLink, candidates, mine);
  }

  @Produces
  @Singleton
  AnswerInSession answerInSession(
      CandidateDesk desk, Candidates candidates, Prompts prompts, PostgresOutbox outbox) {
    return new AnswerInSession(desk, candidates, prompts, outbox);
  }

  @Produces
  @Singleton
  HandOver handOver(CandidateDesk desk, Candidates candidates, PostgresOutbox outbox) {
    return new HandOver(desk, candidates, outbox);
  }
}
