package dev.reclaim.rules.documents;

import dev.reclaim.events.Holder;
import dev.reclaim.rules.AccountDisabled;
import dev.reclaim.rules.AnsweredKeep;
import dev.reclaim.rules.AtLocation;
import dev.reclaim.rules.CheaperTierWouldDo;
import dev.reclaim.rules.Condition;
import dev.reclaim.rules.ContractEnded;
import dev.reclaim.rules.EmployedFor;
import dev.reclaim.rules.HolderKind;
import dev.reclaim.rules.HolderLeft;
import dev.reclaim.rules.HolderOnLeave;
import dev.reclaim.rules.InCostCentre;
import dev.reclaim.rules.InDepartment;
import dev.reclaim.rules.InGroup;
import dev.reclaim.rules.InheritedSeat;
import dev.reclaim.rules.MovedDepartment;
import dev.reclaim.rules.NeverUsed;
import dev.reclaim.rules.NotInRoster;
import dev.reclaim.rules.Overlap;
import dev.reclaim.rules.PresentElsewhere;
import dev.reclaim.rules.PriceAbove;
import dev.reclaim.rules.RestrictedSoftware;
import dev.reclaim.rules.SeatOlderThan;
import dev.reclaim.rules.UnmatchedAccount;
import dev.reclaim.rules.UnusedFor;
import dev.reclaim.rules.UsedLessThan;
import dev.reclaim.rules.Window;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Conditions, each under the key by which rules spell it. */
final class ReadsConditions {

  private static final Window NINETY_DAYS = Window.ofDays(90);

  private ReadsConditions() {}

  static Condition of(Keys keys) {
    String name = keys.only();
    return switch (name) {
      case "all" -> new Condition.All(several(keys, name));
      case "any" -> new Condition.Any(several(keys, name));
      case "not" -> new Condition.Not(of(keys.object(name)));
      default -> one(name, keys.object(name), keys);
    };
  }

  private static List<Condition> several(Keys keys, String name) {
    return keys.objects(name).stream().map(ReadsConditions::of).toList();
  }

  private static Condition one(String name, Keys keys, Keys around) {
    return switch (name) {
      case "unusedFor" -> new UnusedFor(keys.window("time"));
      case "usedLessThan" -> usedLessThan(keys);
      case "neverUsed" -> new NeverUsed();
      case "presentElsewhere" -> new PresentElsewhere(keys.window("within"));
      case "answeredKeep" -> new AnsweredKeep(keys.window("within"));
      case "holderLeft" -> new HolderLeft(keys.maybeText("at", ReadsConditions::time));
      case "holderOnLeave" -> new HolderOnLeave();
      case "notInRoster" -> new NotInRoster();
      case "accountDisabled" -> new AccountDisabled();
      case "contractEnded" -> new ContractEnded();
      case "employedFor" -> new EmployedFor(keys.window("time"));
      case "movedDepartment" -> new MovedDepartment(keys.window("within"));
      case "holderKind" -> new HolderKind(Set.copyOf(keys.words("is", Holder.Kind.class)));
      case "inGroup" -> new InGroup(names(keys, "any"));
      case "inDepartment" -> new InDepartment(names(keys, "any"));
      case "inCostCentre" -> new InCostCentre(names(keys, "any"));
      case "atLocation" -> new AtLocation(names(keys, "any"));
      case "seatOlderThan" -> new SeatOlderThan(keys.window("age"));
      case "inheritedSeat" -> new InheritedSeat(names(keys, "from"));
      case "priceAbove" -> new PriceAbove(ReadsMoney.money(keys));
      case "cheaperTierWouldDo" -> new CheaperTierWouldDo(keys.window("within"));
      case "overlap" -> new Overlap(keys.maybeText("within", Window::parse).orElse(NINETY_DAYS));
      case "restrictedSoftware" -> new RestrictedSoftware();
      case "unmatchedAccount" -> new UnmatchedAccount();
      default -> throw around.tree().refuse(keys.path(), "is an unknown key");
    };
  }

  private static UsedLessThan usedLessThan(Keys keys) {
    if (keys.has("time") == keys.has("opens")) {
      throw keys.tree()
          .refuse(
              Paths.child(keys.path(), "time"),
              keys.has("time") ? "and opens exclude each other" : "is missing, and so is opens");
    }
    return keys.whole(
        () ->
            keys.has("time")
                ? new UsedLessThan(keys.window("time"), keys.window("within"))
                : new UsedLessThan(
                    new UsedLessThan.Opens(keys.node().get("opens").asInt()),
                    keys.window("within")));
  }

  private static Set<String> names(Keys keys, String key) {
    return Set.copyOf(keys.texts(key, name -> name));
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "at: '" + text + "' is not a time of day such as 18:00", e);
    }
  }
}
