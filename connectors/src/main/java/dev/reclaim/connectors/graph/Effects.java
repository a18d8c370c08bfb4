package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.Effect;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.RevocationEvent.Step;
import java.util.Map;

/** What each way and each step does to the holder. */
final class Effects {

  static final Map<SeatAction, Effect> OF_WAYS =
      Map.of(
          SeatAction.DOWNGRADE,
          new Effect(
              "The smaller product takes the place of the larger in one call; what only the larger"
                  + " one offers stops working, and mail of a mailbox that it alone gives is"
                  + " deleted after 30 days.",
              true),
          SeatAction.UNASSIGN,
          new Effect(
              "What the licence, the group or the assignment gives ends; sessions that are open in"
                  + " an application may last. Mail of a mailbox without a licence is deleted after"
                  + " 30 days.",
              true));

  static final Map<Step, Effect> OF_STEPS =
      Map.of(
          Step.DISABLE_ACCOUNT,
          new Effect("Nobody can sign in to the account. Licences and files stay.", true),
          Step.END_SESSIONS,
          new Effect(
              "Everybody has to sign in anew, at the latest about an hour later; guests keep the"
                  + " sessions of their own tenant.",
              false),
          Step.LEAVE_GROUPS,
          new Effect(
              "All that groups give ends: licences, applications, teams. Groups that follow a rule"
                  + " or are mastered elsewhere are kept.",
              true));

  private Effects() {}
}
