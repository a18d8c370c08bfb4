package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Optional;

/**
 * One question to one person.
 *
 * @param until from then on, silence is the answer
 * @param sentAt when a channel took it, and it did not come back
 * @param answered the last answer that counted
 */
public record Prompt(
    PromptId id,
    CandidateId candidate,
    Decision.Kind kind,
    HolderId asked,
    Instant until,
    Optional<Instant> sentAt,
    Optional<Answer> answered) {}
