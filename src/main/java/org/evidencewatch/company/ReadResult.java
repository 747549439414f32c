package org.evidencewatch.company;

import java.util.List;

/**
 * What a file held. A record with an error in it is not among them; its errors are.
 *
 * @param additions citations for companies that are described elsewhere, from a CSV
 * @param disputes what companies or readers say is wrong with records
 * @param published companies of a data set that was exported
 */
public record ReadResult(
        RecordFormat format,
        List<CompanyRecord> records,
        List<CompanyCitations> additions,
        List<Dispute> disputes,
        List<PublishedCompany> published,
        List<InputProblem> errors,
        List<InputProblem> warnings) {

    public ReadResult {
        records = List.copyOf(records);
        additions = List.copyOf(additions);
        disputes = List.copyOf(disputes);
        published = List.copyOf(published);
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }
}
