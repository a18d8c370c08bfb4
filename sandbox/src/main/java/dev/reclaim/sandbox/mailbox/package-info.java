/** The company's mail: catches whatever is sent to anybody. */
package dev.reclaim.sandbox.mailbox;
