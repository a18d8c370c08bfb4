/**
 * {@code ./reclaim up, status, down}: a table of components, a supervisor in the background that
 * keeps them alive, and commands that look at the same files under the home folder.
 */
package dev.reclaim.local.run;
