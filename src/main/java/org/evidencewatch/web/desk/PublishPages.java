package org.evidencewatch.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evidencewatch.publish.ExportReply;
import org.evidencewatch.publish.OpenData;
import org.evidencewatch.publish.Unpublished;
import org.evidencewatch.web.Wording;
import org.evidencewatch.web.ZipFolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands the index to the public: the data set and the site as one file to download. */
@Controller
class PublishPages {

    private final OpenData openData;
    private final Unpublished unpublished;

    PublishPages(OpenData openData, Unpublished unpublished) {
        this.openData = openData;
        this.unpublished = unpublished;
    }

    /** What the page says. */
    record View(String last, String decisions, String revisions, boolean news) {

        static View of(Unpublished.Waiting waiting) {
            return new View(
                    waiting.last().map(Wording::time).orElse("never"),
                    Wording.counted(waiting.decisions(), "decision"),
                    Wording.counted(waiting.revisions(), "record"),
                    waiting.decisions() > 0);
        }
    }

    @GetMapping("/publish")
    String show(Model model) {
        model.addAttribute("page", View.of(unpublished.waiting()));
        return "desk/publish";
    }

    /** All files are made before the first is sent; they are deleted when the answer has ended in any way. */
    @PostMapping("/publish")
    void export(@RequestParam(defaultValue = "true") boolean preview, HttpServletResponse response) throws IOException {
        Path folder = Files.createTempDirectory("evidence-export");
        try {
            switch (openData.export(folder.resolve("open-data"), preview)) {
                case ExportReply.Exported exported -> {
                    response.setContentType(ZipFolder.TYPE);
                    response.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"open-data%s.zip\"".formatted(preview ? "-preview" : ""));
                    ZipFolder.write(exported.report().directory(), response.getOutputStream());
                }
                // a folder that was just made is empty
                case ExportReply.Refused refused -> throw new IllegalStateException(refused.because());
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
