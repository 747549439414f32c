package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evidencewatch.publish.ExportReply;
import org.evidencewatch.publish.ExportReport;
import org.evidencewatch.publish.OpenData;
import org.evidencewatch.web.ZipFolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the index as a data set. */
@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "Exports")
class ExportsApi {

    static final String PUBLICATION = "Evidence-Publication";

    private final OpenData openData;

    ExportsApi(OpenData openData) {
        this.openData = openData;
    }

    /** The files are made as a whole before the first of them is sent, and deleted when the answer has ended in any way. */
    @PostMapping
    @Operation(
            summary = "Export the data set and the site; what is in it counts as published, unless it is a preview",
            description = "The header Evidence-Publication says what was recorded: recorded, unchanged or preview.")
    @ApiResponse(
            responseCode = "200",
            description = "The files",
            content = @Content(mediaType = ZipFolder.TYPE, schema = @Schema(type = "string", format = "binary")))
    void export(@RequestParam(defaultValue = "false") boolean preview, HttpServletResponse response)
            throws IOException {
        Path folder = Files.createTempDirectory("evidence-export");
        try {
            switch (openData.export(folder.resolve("open-data"), preview)) {
                case ExportReply.Refused refused -> throw Problem.of(HttpStatus.CONFLICT, refused.because() + ".");
                case ExportReply.Exported exported -> send(exported.report(), response);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void send(ExportReport report, HttpServletResponse response) throws IOException {
        response.setContentType(ZipFolder.TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"open-data.zip\"");
        response.setHeader(HttpHeaders.ETAG, "\"" + report.digest() + "\"");
        response.setHeader(PUBLICATION, report.publication().word());
        ZipFolder.write(report.directory(), response.getOutputStream());
    }
}
