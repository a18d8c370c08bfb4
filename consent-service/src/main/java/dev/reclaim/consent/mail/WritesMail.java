package dev.reclaim.consent.mail;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.CandidateList;
import dev.reclaim.consent.MailQueue;
import dev.reclaim.consent.People;
import dev.reclaim.consent.Prompt;
import dev.reclaim.consent.Question;
import dev.reclaim.consent.Secrets;
import dev.reclaim.consent.Words;
import dev.reclaim.events.PromptId;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns a question into a mail, with a link and a code that nobody but its reader sees. */
@Singleton
public class WritesMail {

  private final CandidateList candidates;
  private final People people;
  private final Applications applications;
  private final MailQueue queue;
  private final Secrets secrets;
  private final Template html;
  private final Template text;
  private final String pages;

  WritesMail(
      CandidateList candidates,
      People people,
      Applications applications,
      MailQueue queue,
      Secrets secrets,
      @Location("prompt/mail.html") Template html,
      @Location("prompt/mail.txt") Template text,
      @ConfigProperty(name = "reclaim.urls.consent-service") String pages) {
    this.candidates = candidates;
    this.people = people;
    this.applications = applications;
    this.queue = queue;
    this.secrets = secrets;
    this.html = html;
    this.text = text;
    this.pages = pages;
  }

  /** What can be handed to the mail server. */
  sealed interface Letter {
    PromptId prompt();

    record Written(PromptId prompt, Mail mail) implements Letter {

      @Override
      public String toString() {
        return "Written[" + prompt + "]";
      }
    }

    record NoAddress(PromptId prompt) implements Letter {}
  }

  /** Makes link and code, and keeps what is kept of them; must be called inside a transaction. */
  Letter write(Prompt prompt, Instant now) {
    Question.Material material =
        Question.Material.of(
            candidates.find(prompt.candidate()).orElseThrow().file(), prompt, people, applications);
    Optional<String> address = material.reader().flatMap(reader -> reader.email());
    if (address.isEmpty()) {
      return new Letter.NoAddress(prompt.id());
    }
    Secrets.Fresh fresh = secrets.fresh();
    queue.keep(prompt.id(), fresh);
    return new Letter.Written(prompt.id(), mail(address.get(), material, fresh, now));
  }

  private Mail mail(String address, Question.Material material, Secrets.Fresh fresh, Instant now) {
    Words words = Words.of(material.reader(), now);
    Question question = Question.of(material, words);
    String link = pages + "/prompts/" + fresh.token();
    String code = fresh.code().substring(0, 3) + " " + fresh.code().substring(3);
    return new Mail()
        .addTo(address)
        .setSubject(question.subject().replaceAll("[\\r\\n]+", " "))
        .setText(rendered(text, question, words, link, code))
        .setHtml(rendered(html, question, words, link, code))
        .addHeader("Message-ID", "<" + material.prompt().id() + "@reclaim>")
        .addHeader("Auto-Submitted", "auto-generated");
  }

  private static String rendered(
      Template template, Question question, Words words, String link, String code) {
    return template
        .data("q", question)
        .data("w", words)
        .data("link", link)
        .data("code", code)
        .render();
  }
}
