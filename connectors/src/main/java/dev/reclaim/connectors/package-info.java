/**
 * One way to take a seat back, many vendors.
 *
 * <p>A {@link dev.reclaim.connectors.Connector} is the code or file that knows a vendor's API; a
 * connection is one configured instance of it with credentials. {@link
 * dev.reclaim.connectors.Connections} opens them by name.
 *
 * <p>What a connector can do, it declares by implementing a capability: {@link
 * dev.reclaim.connectors.FindsAccount}, {@link dev.reclaim.connectors.ListsSeats}, {@link
 * dev.reclaim.connectors.Captures}, {@link dev.reclaim.connectors.Revokes}, {@link
 * dev.reclaim.connectors.Deprovisions}, {@link dev.reclaim.connectors.Verifies}, {@link
 * dev.reclaim.connectors.Restores}, {@link dev.reclaim.connectors.LooksAgain}, {@link
 * dev.reclaim.connectors.ReportsUsage}, {@link dev.reclaim.connectors.PublishesLimits}, {@link
 * dev.reclaim.connectors.ChecksConnection}. Each has one method, blocks until the vendor answered
 * or the time-out passed, may be called from many threads, and answers with a value for everything
 * the vendor can say: no exception is part of a contract.
 *
 * <p>The order of use: capture and store the earlier state, store the intent, call, store the
 * outcome, look again. After a crash or a lost answer the only next step is a look.
 */
package dev.reclaim.connectors;
