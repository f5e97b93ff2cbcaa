package org.commonground.learning;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.commonground.foundation.SameName;

/**
 * What a case says of itself, as lessons are compared with it. Small words, and those that every case has, say nothing about it.
 *
 * @param said each word that tells something, as it was written first, by how it is compared, in their order
 * @param runs each word alone, and up to four that follow each other: what a tag or a place may be called
 */
record CaseWords(Map<String, String> said, List<String> runs) {

    private static final int MOST = 400;
    private static final int SHORTEST = 4;
    private static final int LONGEST_RUN = 4;

    /** English, Spanish and French: what a sentence needs in any case, and what each case speaks of. */
    private static final Set<String> SMALL = Stream.of("""
            about above after again against ages almost alone along already also although always among another around away back because
            become been before began begin being below best better between beyond both bring brings came cannot come comes could does
            done down during each early else even ever every everybody everything find first five followed from full further gave gets
            give given gives goes going gone good great have having help helped here hers herself himself hold however into itself just
            keep keeps kept know known large last late later learn learned least less like little long longer look made make makes
            making many matter mean means might more most much must myself near need needed needs never next nobody none nothing often
            once only onto other others ours over part place said same says seen several shall should show since small some somebody
            something soon still such take taken takes tell than that their theirs them themselves then there these they thing things
            this those three through till time times together told took towards tried tries twice under until upon used uses using very
            want wanted wants well went were what when where which while whole whom whose will with within without work worked working
            works would year years your yours month months week weeks people partner partners partnership partnerships organisation
            organisations aims goal goals objective objectives
            para pero como esta este esto estos estas desde entre hasta sobre todo todos toda todas cuando donde porque tambien también
            muy más sino sido sean será otro otra otros otras cada nada algo menos mismo misma años mes meses trabajo personas gente
            avec dans pour plus sans sous tout tous toute toutes mais leur leurs nous vous elle elles cette quand dont être était sont
            aussi comme chez entre après avant chaque même autres autre ainsi encore année années mois travail
            personnes gens""".split("\\s+"))
            .map(SameName::key).collect(Collectors.toUnmodifiableSet());

    static CaseWords of(String text) {
        Map<String, String> said = new LinkedHashMap<>();
        LessonWords.in(text).limit(MOST).map(MatchResult::group)
                .forEach(written -> LessonWords.of(written).forEach(word -> said.putIfAbsent(word, written)));
        said.keySet().removeIf(word -> !tellsSomething(word));
        return new CaseWords(said, runs(SameName.key(text)));
    }

    private static List<String> runs(String text) {
        List<MatchResult> all = LessonWords.in(text).limit(MOST).toList();
        Set<String> runs = new LinkedHashSet<>();
        for (int from = 0; from < all.size(); from++) {
            for (int to = from; to < Math.min(all.size(), from + LONGEST_RUN); to++) {
                runs.add(text.substring(all.get(from).start(), all.get(to).end()));
            }
        }
        runs.removeAll(SMALL);
        return List.copyOf(runs);
    }

    /** Letters that are whole words in one sign need no length. */
    private static boolean tellsSomething(String word) {
        return !SMALL.contains(word) && word.codePoints().anyMatch(Character::isLetter)
                && (word.codePointCount(0, word.length()) >= SHORTEST || word.codePoints().noneMatch(sign -> sign < 0x0250));
    }

    /** The tags among these that it speaks of, as they were written. */
    List<String> tags(Collection<String> tags) {
        Set<String> spoken = new HashSet<>(runs);
        return tags.stream().filter(tag -> spoken.contains(SameName.key(tag))).sorted().toList();
    }

    /** The words that it has too, as it writes them, in its order. */
    List<String> shared(Collection<String> words) {
        Set<String> theirs = new HashSet<>(words);
        return said.entrySet().stream().filter(one -> theirs.contains(one.getKey())).map(Map.Entry::getValue).toList();
    }

    /** What would be the code of an area: its words, joined as there. */
    List<String> places() {
        return runs.stream().map(run -> run.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")).distinct().toList();
    }
}
