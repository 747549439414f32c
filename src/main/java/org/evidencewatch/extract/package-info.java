/**
 * Page state and text out of stored bytes, by a named extractor version, without the network.
 * The only room that imports jsoup and PDFBox. Holds the one text normaliser of the house.
 * Also turns a saved company card into lines, for which it uses the company room's port.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"company", "citation", "snapshot"})
package org.evidencewatch.extract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
