package org.commonground.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;

import com.microsoft.playwright.Page;

/** Somebody who has no mouse, and wants to see at each stop where the keyboard is. */
final class Keyboard {

    private static final int MOST_STOPS = 250;
    /** What is said of the place where the keyboard is: its words, or what stands beside a field. */
    private static final String WORDS = """
            () => {
                const at = document.activeElement;
                const beside = at.labels?.[0] || at.closest('.fjs-form-field')?.querySelector('label');
                return (at.getAttribute('aria-label') || (/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) && beside ? beside.innerText : '')
                    || at.innerText || at.textContent || at.title || at.value || '').replace(/\\s+/g, ' ').trim();
            }""";
    /** What is the matter with this place: it is nowhere, or looks as if the keyboard was elsewhere. */
    private static final String UNSEEN = """
            () => {
                const at = document.activeElement;
                if (at === document.body) return '';
                const shown = at.matches('.fjs-input, .fjs-textarea, .flatpickr-input')
                    ? at.closest('.fjs-input-group, .fjs-form-field') : at;
                const box = shown.getBoundingClientRect();
                const what = at.tagName + '.' + at.className + ' ' + (at.textContent || at.value || '').trim().slice(0, 60);
                if (box.width < 2 || box.height < 2) return what + ' has no size';
                if (box.bottom < 1 || box.right < 1 || box.top > innerHeight - 1 || box.left > innerWidth - 1)
                    return what + ' is outside the window';
                const framed = part => { const look = getComputedStyle(part);
                    return look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2 || look.boxShadow !== 'none'; };
                return framed(at) || framed(shown) ? '' : what + ' has no frame';
            }""";

    private final Page page;
    private final Set<String> unseen = new LinkedHashSet<>();

    Keyboard(Page page) {
        this.page = page;
    }

    /** Goes on, stop by stop, until it stands at what has these words. */
    Keyboard to(String words) {
        Set<String> passed = new LinkedHashSet<>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            look();
            String at = (String) page.evaluate(WORDS);
            if (at.startsWith(words)) {
                return this;
            }
            passed.add(at);
        }
        throw new AssertionError("The keyboard does not come to “" + words + "”, but to " + passed);
    }

    Keyboard presses(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keyboard types(String words) {
        page.keyboard().type(words);
        look();
        return this;
    }

    private void look() {
        String fault = (String) page.evaluate(UNSEEN);
        if (!fault.isEmpty()) {
            unseen.add(page.url().replaceAll(".*?//[^/]*", "") + ": " + fault);
        }
    }

    /** At each stop so far one saw where the keyboard was. */
    void wasAlwaysSeen() {
        assertThat(unseen).isEmpty();
    }
}
