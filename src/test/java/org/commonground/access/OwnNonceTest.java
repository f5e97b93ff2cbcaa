package org.commonground.access;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages that are opened at one moment do not stay blank. */
@AccessTest
class OwnNonceTest {

    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Test
    void each_page_allows_its_own_scripts() throws Exception {
        Visitor one = Visitor.loggedIn(port, "admin", "admin", "CommonGround-1");
        ExecutorService visitors = Executors.newFixedThreadPool(16);
        try {
            Callable<Visitor.Answer> opens = () -> one.get("/camunda/app/admin/default/");
            List<Future<Visitor.Answer>> pages = visitors.invokeAll(Stream.generate(() -> opens).limit(200).toList());
            for (Future<Visitor.Answer> page : pages) {
                String allowed = first(IN_HEADER, page.get().header("Content-Security-Policy"));
                assertThat(IN_PAGE.matcher(page.get().text()).results().map(found -> found.group(1)).distinct()).containsExactly(allowed);
            }
        } finally {
            visitors.shutdownNow();
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
