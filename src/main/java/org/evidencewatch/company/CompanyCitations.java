package org.evidencewatch.company;

import java.util.List;

/**
 * Citations to add to a company, which is created when it is not known; says nothing of its claims or score, and takes
 * none of its other citations away.
 *
 * @param name how the file calls the company: its slug or its name
 */
public record CompanyCitations(String slug, String name, List<CitedPage> citations) {

    public CompanyCitations {
        if (!Slug.isOne(slug)) {
            throw new IllegalArgumentException("'" + slug + "' is not a slug");
        }
        Limit.NAME.require(name);
        citations = List.copyOf(citations);
    }
}
