/**
 * What people should know: watches find it, alerts are opened and closed by it, letters tell of it by mail and webhook, and a
 * digest tells of each day. Other rooms hand in what they know as findings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"company", "citation", "snapshot", "review", "fetch"})
package org.evidencewatch.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
