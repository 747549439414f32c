package org.evidencewatch.extract;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Snapshots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readings of captures by today's extractor: as they were kept, or made anew from the stored bytes where they were
 * made by another version. Two sides of a comparison are thus always read the same way.
 */
@Repository
public class Readings {

    private final JdbcClient jdbc;
    private final Extractions extractions;
    private final Snapshots snapshots;
    private final Extractor extractor;
    private final JsonMapper json = new JsonMapper();

    Readings(JdbcClient jdbc, Extractions extractions, Snapshots snapshots, Extractor extractor) {
        this.jdbc = jdbc;
        this.extractions = extractions;
        this.snapshots = snapshots;
        this.extractor = extractor;
    }

    /** The version of the extractor that reads now. */
    public String version() {
        return extractor.version();
    }

    /** The page that a capture brought, as today's extractor reads it. */
    public Legible of(long responseId) {
        return extractions
                .find(responseId, extractor.version())
                .map(kept -> new Legible(kept, way -> extractor.read(page(responseId), way)))
                .orElseGet(() -> anew(responseId));
    }

    /** The same, read from the bytes whatever was kept. */
    public Legible anew(long responseId) {
        var read = Legible.of(extractor, page(responseId));
        return probed(responseId)
                .map(why -> new Legible(read.own().gone(why), read.otherwise()))
                .orElse(read);
    }

    /** What a probe told of a page cannot be read from its bytes, and stays with the reading of that night. */
    private Optional<StateReason> probed(long responseId) {
        return jdbc.sql("""
                        select state_reasons from extraction
                        where capture_id = :id and state = 'GONE' and state_reasons @> '[{"code": "soft-404-probe"}]'
                        order by id limit 1""")
                .param("id", responseId)
                .query((rs, n) -> json.readValue(rs.getString(1), new TypeReference<List<StateReason>>() {})
                        .getFirst())
                .optional();
    }

    /** The links of a stored page to other pages of its host. */
    public List<Onward> onward(long responseId) {
        return OnwardLinks.of(page(responseId));
    }

    /** The page that a capture brought as markup that runs and loads nothing; of what is no HTML, its text alone. */
    public Rendered rendered(long responseId) {
        Page page = page(responseId);
        return Form.of(page).filter(form -> form == Form.HTML).isPresent()
                ? Rendering.of(
                        PageView.parse(PageDecoder.decode(page)).document().body())
                : Rendering.ofText(extractor.read(page).text());
    }

    /** The characters that a capture brought. */
    public SourceText source(long responseId) {
        return SourceText.of(page(responseId));
    }

    /** A page that was just read, and can be read otherwise. */
    public Legible of(Reading own, Page page) {
        return new Legible(own, way -> extractor.read(page, way));
    }

    /** Those of these captures of which no reading by today's extractor is kept. */
    public List<Long> missing(Collection<Long> responseIds) {
        return jdbc.sql("""
                        select r.id from unnest(:ids) as r(id)
                        where not exists (select 1 from extraction x
                                          where x.capture_id = r.id and x.extractor_version = :version)
                        order by r.id""")
                .param("ids", responseIds.toArray(Long[]::new))
                .param("version", extractor.version())
                .query((rs, n) -> rs.getLong(1))
                .list();
    }

    /** The version of the extractor that first read a capture. */
    public Optional<String> firstReadBy(long responseId) {
        return jdbc.sql("select extractor_version from extraction where capture_id = :id order by id limit 1")
                .param("id", responseId)
                .query(String.class)
                .optional();
    }

    private Page page(long responseId) {
        return jdbc.sql("""
                        select requested_url, effective_url, status, headers, snapshot_digest,
                            jsonb_path_query_array(redirects, '$[*].status')
                        from capture where id = :id and kind = 'response'""")
                .param("id", responseId)
                .query((rs, n) -> new Page(
                        Optional.of(URI.create(rs.getString(1))),
                        Optional.of(URI.create(rs.getString(2))),
                        rs.getInt(3),
                        json.readValue(rs.getString(4), new TypeReference<Map<String, List<String>>>() {}),
                        snapshots.body(new ContentDigest(rs.getString(5))),
                        json.readValue(rs.getString(6), new TypeReference<List<Integer>>() {})))
                .single();
    }
}
