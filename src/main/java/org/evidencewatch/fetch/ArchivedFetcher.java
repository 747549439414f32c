package org.evidencewatch.fetch;

import org.evidencewatch.fetch.Places.Place;

/** Ends a fetch as it ended then, where that is on record and nothing was answered; all else is fetched from the record. */
final class ArchivedFetcher implements Fetcher {

    private final RecordedWeb web;
    private final Fetcher answers;

    ArchivedFetcher(RecordedWeb web, Fetcher answers) {
        this.web = web;
        this.answers = answers;
    }

    @Override
    public FetchResult fetch(FetchRequest request, Place place) {
        return RecordedWeb.spelling(request.url().toString())
                .map(web::at)
                .filter(RecordedPage.Unanswered.class::isInstance)
                .map(page -> ((RecordedPage.Unanswered) page).how())
                .orElseGet(() -> answers.fetch(request, place));
    }

    @Override
    public void close() {
        answers.close();
    }
}
