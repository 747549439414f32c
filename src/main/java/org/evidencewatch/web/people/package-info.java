/**
 * Accounts, tokens, and what one changes of oneself.
 */
@NullMarked
package org.evidencewatch.web.people;

import org.jspecify.annotations.NullMarked;
