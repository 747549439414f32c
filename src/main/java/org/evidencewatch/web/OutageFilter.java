package org.evidencewatch.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers 503 while the database cannot be reached: people with a page that needs none, programs with problem details. After a
 * request that waited for it in vain, others are not made to wait for a moment. The log says once that it is gone, and once that
 * it is back.
 */
final class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

    private static final long MOMENT = Duration.ofSeconds(3).toNanos();

    /** What may be answered without the database. */
    private static final List<String> WITHOUT =
            List.of("/livez", "/readyz", "/metrics", "/login", "/assets/", "/webjars/");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private final AtomicBoolean gone = new AtomicBoolean();
    private final AtomicLong lastFailure = new AtomicLong();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        boolean needsIt = WITHOUT.stream().noneMatch(RouteRules.path(request)::startsWith);
        if (needsIt && gone.get() && System.nanoTime() - lastFailure.get() < MOMENT) {
            tell(request, response);
            return;
        }
        try {
            next.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!Outage.is(e) || response.isCommitted()) {
                throw e;
            }
            noteFailure(e);
            tell(request, response);
            return;
        }
        // Nothing of ours but the login is given to anybody who was not looked up.
        if (needsIt && HttpStatus.valueOf(response.getStatus()).is2xxSuccessful() && gone.compareAndSet(true, false)) {
            LOG.warn("the database answers again");
        }
    }

    private void noteFailure(Exception failure) {
        lastFailure.set(System.nanoTime());
        if (gone.compareAndSet(false, true)) {
            LOG.error("the database does not answer; pages are answered with 503 until it does", failure);
        }
    }

    private static void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String path = RouteRules.path(request);
        if (path.startsWith("/api/") || path.equals("/metrics")) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            JSON.writeValue(
                    response.getOutputStream(),
                    ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, Outage.SENTENCE));
        } else {
            response.setHeader("Content-Security-Policy", Headers.CONTENT_SECURITY_POLICY);
            response.setContentType("text/html;charset=utf-8");
            response.getOutputStream().write(page(request));
        }
    }

    /** As it lies there: templates are filled by what the database says. */
    private static byte[] page(HttpServletRequest request) throws IOException {
        return new ClassPathResource("templates/unavailable.html")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("=\"/", "=\"" + request.getContextPath() + "/")
                .getBytes(StandardCharsets.UTF_8);
    }
}
