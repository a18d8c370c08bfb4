/**
 * A make-believe Microsoft 365 tenant behind Microsoft Graph's HTTP interface: users, licences,
 * groups, enterprise applications, sign-ins. It answers as Graph v1.0 is documented to, in what
 * Reclaim asks of it; {@link dev.reclaim.sandbox.graph.SandboxGraph} starts it.
 */
package dev.reclaim.sandbox.graph;
