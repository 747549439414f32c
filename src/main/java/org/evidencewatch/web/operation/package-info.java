/** How the program tells those who run it that it lives, that it works, and how it goes. */
@NullMarked
package org.evidencewatch.web.operation;

import org.jspecify.annotations.NullMarked;
