/**
 * The vendors of the company, over real HTTP: each keeps state, has logins that may more or less,
 * enforces its limits, and can be told to misbehave. One vendor is one class; the kit that they
 * share is small.
 */
package dev.reclaim.sandbox.vendor;
