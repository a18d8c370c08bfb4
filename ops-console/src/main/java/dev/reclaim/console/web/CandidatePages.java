package dev.reclaim.console.web;

import dev.reclaim.console.Candidates;
import dev.reclaim.console.CarriesOut;
import dev.reclaim.console.CarriesOut.Refused;
import dev.reclaim.console.CarriesOut.Taken;
import dev.reclaim.console.History;
import dev.reclaim.console.Instruction;
import dev.reclaim.console.Order;
import dev.reclaim.events.CandidateId;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.http.browser.Csrf;
import dev.reclaim.http.browser.FormWithToken;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list of candidates, one candidate, and what an operator may order. */
@Path("/")
@Produces(Pages.HTML)
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN, Roles.AUDITOR})
public class CandidatePages {

  private final Candidates candidates;
  private final CarriesOut services;
  private final BuildsList lists;
  private final BuildsDetail details;
  private final Reader reader;
  private final Csrf csrf;

  CandidatePages(
      Candidates candidates,
      CarriesOut services,
      BuildsList lists,
      BuildsDetail details,
      Reader reader,
      Csrf csrf) {
    this.candidates = candidates;
    this.services = services;
    this.lists = lists;
    this.details = details;
    this.reader = reader;
    this.csrf = csrf;
  }

  @GET
  @Operation(hidden = true)
  public Response home() {
    return Response.seeOther(URI.create("/candidates")).build();
  }

  @GET
  @Path("candidates")
  @Operation(summary = "The list of candidates, as a page")
  public String list(
      @QueryParam("state") @DefaultValue("open") String state,
      @QueryParam("application") @DefaultValue("") String application,
      @QueryParam("rule") @DefaultValue("") String rule,
      @QueryParam("q") @DefaultValue("") String q,
      @QueryParam("sort") @DefaultValue("") String sort,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("open") @DefaultValue("") String open) {
    ListAddress address = new ListAddress(state, application, rule, q, sort, page, open);
    Optional<DetailView> detail =
        history(open)
            .map(
                history ->
                    details.build(
                        history, address.toString(), Optional.of(address.opening("").toString())));
    return Pages.candidates(Desk.of("candidates", reader, csrf), lists.build(address, detail))
        .render();
  }

  @GET
  @Path("candidates/{id}")
  @Operation(summary = "One candidate with all that happened to it, as a page")
  public String one(
      @PathParam("id") String id, @QueryParam("taken") @DefaultValue("false") boolean taken) {
    return page(id, Desk.of("candidates", reader, csrf).afterAnOrder(taken, Optional.empty()));
  }

  @POST
  @Path("candidates/{id}/{order}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @FormWithToken
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  @Operation(summary = "Give an order about one candidate, from the form of its page")
  public Response order(
      @PathParam("id") String id,
      @PathParam("order") String slug,
      @FormParam(Csrf.FIELD) String token,
      @FormParam("why") @DefaultValue("") String why,
      @FormParam("approver") @DefaultValue("") String approver,
      @FormParam("proof") @DefaultValue("") String proof) {
    csrf.check(token);
    Order order = Order.ofSlug(slug).orElseThrow(() -> Problems.notFound("order", slug));
    CandidateId candidate = known(id).candidate().id();
    Instruction instruction =
        new Instruction(order, why, order == Order.REASSIGN ? approver : proof);
    CarriesOut.Outcome outcome =
        instruction
            .lacks()
            .<CarriesOut.Outcome>map(lacks -> new Refused(400, lacks))
            .orElseGet(() -> services.carryOut(instruction, candidate, reader.login()));
    return switch (outcome) {
      case Taken _ ->
          Response.seeOther(URI.create("/candidates/" + candidate + "?taken=true")).build();
      case Refused refused ->
          Response.status(refused.status())
              .entity(
                  page(
                      id,
                      Desk.of("candidates", reader, csrf)
                          .afterAnOrder(false, Optional.of(refused))))
              .build();
    };
  }

  private String page(String id, Desk desk) {
    DetailView detail = details.build(known(id), "/candidates/" + id, Optional.empty());
    return Pages.candidate(desk, detail).render();
  }

  private History known(String id) {
    return history(id).orElseThrow(() -> Problems.notFound("candidate", id));
  }

  private Optional<History> history(String id) {
    boolean couldBe = id.matches("[A-Za-z0-9-]{1,200}");
    return couldBe ? candidates.history(new CandidateId(id)) : Optional.empty();
  }
}
