package dev.reclaim.console.web;

import dev.reclaim.console.Candidates;
import dev.reclaim.console.Fact;
import dev.reclaim.console.Watches;
import dev.reclaim.console.web.DetailView.Shown;
import dev.reclaim.http.Roles;
import dev.reclaim.http.browser.Csrf;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What works, what does not and why, and how fresh the data is. */
@Path("/services")
@Produces(Pages.HTML)
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN, Roles.AUDITOR})
public class ServicesPage {

  private final Watches services;
  private final Candidates candidates;
  private final Reader reader;
  private final Csrf csrf;

  ServicesPage(Watches services, Candidates candidates, Reader reader, Csrf csrf) {
    this.services = services;
    this.candidates = candidates;
    this.reader = reader;
    this.csrf = csrf;
  }

  @GET
  @Operation(summary = "The state of all services and sources, as a page")
  public String show() {
    Words words = new Words(reader, Map.of());
    return Pages.services(
            Desk.of("services", reader, csrf),
            new ServicesView(
                services.services(),
                sources(),
                services.brakes(),
                services.checkpoint().map(facts -> shown(facts, words))))
        .render();
  }

  private static List<Shown> shown(List<Fact> facts, Words words) {
    return facts.stream().map(words::shown).toList();
  }

  private List<ServicesView.Source> sources() {
    Map<String, String> titles = candidates.applications();
    return candidates.sources().stream()
        .map(
            source ->
                new ServicesView.Source(
                    source.source(),
                    titles.getOrDefault(source.application(), source.application()),
                    reader.moment(source.coverageFrom()),
                    reader.moment(source.lastRecordAt())))
        .toList();
  }
}
