/**
 * The measurement behind {@code bench}: a generated site on loopback, the program itself as child processes, and beside
 * it a floor, the least that the same nights can cost. Runs the commands as a user does and looks into none of the other
 * rooms' insides.
 */
@NullMarked
package org.evidencewatch.cli.bench;

import org.jspecify.annotations.NullMarked;
