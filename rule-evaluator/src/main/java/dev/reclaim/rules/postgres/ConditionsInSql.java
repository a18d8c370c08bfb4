package dev.reclaim.rules.postgres;

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

/**
 * Every condition as SQL over {@code fact f}. It says what {@link Condition#judge} says; a test
 * with random seats and random rules compares both.
 */
final class ConditionsInSql {

  private final UseConditionsInSql use;
  private final HolderConditionsInSql holder;
  private final SeatConditionsInSql seat;

  ConditionsInSql(FactsInSql facts) {
    this.use = new UseConditionsInSql(facts);
    this.holder = new HolderConditionsInSql(facts);
    this.seat = new SeatConditionsInSql(facts);
  }

  Answer of(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> Answer.all(parts.stream().map(this::of).toList());
      case Condition.Any(var parts) -> Answer.any(parts.stream().map(this::of).toList());
      case Condition.Not(var part) -> of(part).opposite();
      case UnusedFor unused -> use.unusedFor(unused);
      case UsedLessThan used -> use.usedLessThan(used);
      case NeverUsed _ -> use.neverUsed();
      case PresentElsewhere present -> use.presentElsewhere(present);
      case CheaperTierWouldDo cheaper -> use.cheaperTierWouldDo(cheaper);
      case Overlap overlap -> use.overlap(overlap);
      case HolderLeft left -> holder.left(left);
      case HolderOnLeave _ -> holder.onLeave();
      case NotInRoster _ -> holder.notInRoster();
      case AccountDisabled _ -> holder.accountDisabled();
      case ContractEnded _ -> holder.contractEnded();
      case EmployedFor employed -> holder.employedFor(employed);
      case MovedDepartment moved -> holder.movedDepartment(moved);
      case HolderKind kind -> holder.kind(kind);
      case InGroup group -> holder.inGroup(group);
      case InDepartment department -> holder.inDepartment(department);
      case InCostCentre centre -> holder.inCostCentre(centre);
      case AtLocation location -> holder.atLocation(location);
      case AnsweredKeep kept -> seat.answeredKeep(kept);
      case SeatOlderThan older -> seat.olderThan(older);
      case InheritedSeat inherited -> seat.inherited(inherited);
      case PriceAbove price -> seat.priceAbove(price);
      case RestrictedSoftware _ -> seat.restricted();
      case UnmatchedAccount _ -> seat.unmatched();
    };
  }
}
