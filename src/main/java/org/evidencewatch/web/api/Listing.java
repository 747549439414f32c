package org.evidencewatch.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of a list.
 *
 * @param next where the next page goes on; absent on the last one
 */
record Listing<T>(List<T> items, Optional<String> next) {

    /**
     * A page of these rows.
     *
     * @param rows one more than {@code size} where the list goes on
     * @param key by which the list goes on behind a row
     */
    static <R, T> Listing<T> of(List<R> rows, int size, Function<R, T> view, Function<R, ?> key) {
        return new Listing<>(
                rows.stream().limit(size).map(view).toList(),
                rows.size() > size ? Optional.of(String.valueOf(key.apply(rows.get(size - 1)))) : Optional.empty());
    }

    /** The answer, with the address of the next page (RFC 8288), in which that parameter has the cursor. */
    ResponseEntity<Listing<T>> answer(HttpServletRequest request, String parameter) {
        return answer(this, next, request, parameter);
    }

    static <P> ResponseEntity<P> answer(P page, Optional<String> next, HttpServletRequest request, String parameter) {
        var answer = ResponseEntity.ok();
        next.ifPresent(cursor -> answer.header(HttpHeaders.LINK, link(request, parameter, cursor)));
        return answer.body(page);
    }

    private static String link(HttpServletRequest request, String parameter, String cursor) {
        String address = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(parameter, cursor)
                .build()
                .toUriString();
        return "<%s>; rel=\"next\"".formatted(address.replace(">", "%3E"));
    }
}
