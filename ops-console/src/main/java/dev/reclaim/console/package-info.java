/**
 * What the console is: the history of each candidate, told in words, and what an operator may ask
 * for. It keeps its own picture of what the other services say on their topics; it decides nothing.
 *
 * <p>Everything that is shown follows from the <em>set</em> of transitions ({@link
 * dev.reclaim.console.History}), so neither their order of arrival nor a repeat changes a page.
 */
package dev.reclaim.console;
