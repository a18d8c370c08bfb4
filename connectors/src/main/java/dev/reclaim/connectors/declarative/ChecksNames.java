package dev.reclaim.connectors.declarative;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses a file that names a request, an address, a setting or a sign-in which it does not have.
 */
final class ChecksNames {

  private final Entry file;
  private final VendorFile read;

  private ChecksNames(Entry file, VendorFile read) {
    this.file = file;
    this.read = read;
  }

  static void of(Entry file, VendorFile read) {
    ChecksNames checks = new ChecksNames(file, read);
    checks.addresses();
    checks.settings();
    checks.requests();
    checks.examples();
  }

  private void addresses() {
    read.talk()
        .requests()
        .values()
        .forEach(
            ask -> {
              if (!read.talk().addresses().containsKey(ask.shape().address())) {
                throw at("requests", ask.name())
                    .refuse(
                        "goes to the address '" + ask.shape().address() + "', which there is not");
              }
            });
  }

  private void settings() {
    for (Setting setting : read.talk().settings().values()) {
      setting
          .onlyWith()
          .filter(name -> !read.talk().signIns().containsKey(name))
          .ifPresent(
              name -> {
                throw at("settings", setting.name()).refuse("there is no sign-in '" + name + "'");
              });
    }
    templates()
        .flatMap(template -> template.lookups().stream())
        .filter(lookup -> lookup.name().equals("setting"))
        .map(lookup -> lookup.pointer().toString().substring(1))
        .filter(name -> !read.talk().settings().containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw file.required("settings").refuse("lacks '" + name + "', which is looked up");
            });
  }

  private Stream<Template> templates() {
    return Stream.of(
            read.talk().addresses().values().stream(),
            read.talk().headers().values().stream(),
            read.talk().requests().values().stream().map(ask -> ask.shape().path()),
            read.talk().requests().values().stream()
                .flatMap(ask -> ask.shape().query().values().stream()),
            read.talk().signIns().values().stream()
                .flatMap(signIn -> signIn.headers().values().stream()))
        .flatMap(each -> each);
  }

  private void requests() {
    used()
        .filter(name -> !read.talk().requests().containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw file.required("requests").refuse("lacks '" + name + "', which is asked for");
            });
    List<String> used = used().toList();
    read.talk().requests().keySet().stream()
        .filter(name -> !used.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw at("requests", name).refuse("is asked for by nobody");
            });
  }

  private Stream<String> used() {
    VendorFile.Abilities can = read.abilities();
    return Stream.of(
            moves(can.account().finding().find()),
            moves(can.account().finding().again()),
            moves(can.account().guard()),
            can.seat().stream().flatMap(seat -> moves(seat.look())),
            can.seat().stream()
                .flatMap(seat -> seat.ways().values().stream().flatMap(ChecksNames::taking)),
            can.steps().values().stream().flatMap(ChecksNames::taking),
            can.list().stream().flatMap(list -> rows(list.rows())),
            can.usage().stream().flatMap(usage -> rows(usage.rows())),
            Stream.concat(can.check().stream(), can.checkEach().stream())
                .map(check -> check.read().request()),
            read.talk().signIns().values().stream()
                .map(SignIn::exchange)
                .flatMap(Optional::stream)
                .map(SignIn.Exchange::request),
            read.talk().requests().values().stream()
                .map(Ask::paging)
                .flatMap(Optional::stream)
                .filter(Paging.CursorInRequest.class::isInstance)
                .map(paging -> ((Paging.CursorInRequest) paging).request()))
        .flatMap(each -> each);
  }

  private static Stream<String> taking(Taking taking) {
    return Stream.of(taking.look(), taking.moves(), taking.undo()).flatMap(ChecksNames::moves);
  }

  private static Stream<String> rows(RowsPart rows) {
    Stream<String> asked =
        switch (rows.from()) {
          case RowsPart.From.Asked(String request) -> Stream.of(request);
          case RowsPart.From.Known _ -> Stream.empty();
        };
    return Stream.concat(moves(rows.before()), asked);
  }

  private static Stream<String> moves(List<Move> moves) {
    return moves.stream()
        .flatMap(
            move ->
                switch (move) {
                  case Move.Read read -> Stream.of(read.request());
                  case Move.Change change -> Stream.of(change.request());
                  case Move.ForEach each -> moves(each.moves());
                  case Move.Stop _ -> Stream.empty();
                });
  }

  private void examples() {
    if (read.examples().isEmpty()) {
      throw file.refuse("lacks the key 'examples'");
    }
  }

  private Entry at(String section, String name) {
    return file.required(section).required(name);
  }
}
