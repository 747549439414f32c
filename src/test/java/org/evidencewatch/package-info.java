@NullMarked
package org.evidencewatch;

import org.jspecify.annotations.NullMarked;
