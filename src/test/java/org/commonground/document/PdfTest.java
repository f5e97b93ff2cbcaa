package org.commonground.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.commonground.agreement.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

/** The printed agreement. The sheets are kept in target/papers to be looked at. */
@SpringBootTest(classes = Pdf.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
class PdfTest {

    @Autowired
    Pdf pdf;

    @Test
    void sheets() throws Exception {
        for (Stage stage : Stage.values()) {
            long t = System.nanoTime();
            byte[] b = pdf.of("agreement", Map.of("paper", SamplePaper.of(stage)));
            Files.write(Files.createDirectories(Path.of("target/papers")).resolve(stage + ".pdf"), b);
            org.slf4j.LoggerFactory.getLogger("x").warn(stage + " " + b.length + " " + (System.nanoTime() - t) / 1000000);
        }
    }
}
