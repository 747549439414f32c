package org.evidencewatch.publish;

import java.io.IOException;
import org.evidencewatch.company.PublishedCompany;

/** Files of an export that are written as the companies come, in the order of their slugs. */
interface Part extends AutoCloseable {

    /** Takes the next company. */
    void add(PublishedCompany company) throws IOException;

    /** Completes the files; nothing is added any more. */
    @Override
    void close() throws IOException;
}
