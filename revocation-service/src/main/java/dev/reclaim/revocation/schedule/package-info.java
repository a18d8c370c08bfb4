/** Time and threads: finds what is due, and has it carried out beside each other. */
package dev.reclaim.revocation.schedule;
