package org.evidencewatch.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evidencewatch.company.PublishedCompany;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContextWrapper;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The pages: one of each company as they come, then those of the whole. Static HTML without scripts; whatever comes from
 * records or pages is text, and becomes a link only where it is an address of the web.
 */
final class Site implements Part {

    private static final ITemplateEngine ENGINE = engine();

    private final ExportFolder folder;
    private final PublicationSettings settings;

    /** Kept over all pages: it remembers how values are read. */
    private final ThymeleafEvaluationContextWrapper evaluation =
            new ThymeleafEvaluationContextWrapper(new StandardEvaluationContext());

    Site(ExportFolder folder, PublicationSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    @Override
    public void add(PublishedCompany company) {
        String file = "c/" + company.slug() + ".html";
        var view = CompanyView.of(company, settings.address(file));
        page(
                file,
                "company",
                "../",
                Map.of("page", view, "title", company.record().name()));
    }

    /** The pages of the whole index. */
    void whole(Overview overview, List<ScoreNotes.Part> notes) {
        page("index.html", "index", "", Map.of("page", IndexView.of(overview), "title", settings.title()));
        var corrections = overview.corrections().stream()
                .map(each -> CorrectionView.of(each.slug(), each.name(), each.correction()))
                .toList();
        page("corrections.html", "corrections", "", Map.of("corrections", corrections, "title", "Corrections"));
        page("how-we-score.html", "how-we-score", "", Map.of("notes", notes, "title", "How we score"));
        page("data.html", "data", "", Map.of("version", JsonFiles.VERSION, "title", "Open data"));
    }

    /** @param root leads from the page to the start of the site */
    private void page(String file, String template, String root, Map<String, Object> values) {
        var context = new Context(Locale.ENGLISH, values);
        context.setVariable("site", settings);
        context.setVariable("root", root);
        context.setVariable("here", template);
        context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME, evaluation);
        // records may hold characters that are none to HTML
        folder.write(file, XmlText.of(ENGINE.process(template, context)));
    }

    @Override
    public void close() {
        // each page is closed when it is written
    }

    private static ITemplateEngine engine() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/publish/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }
}
