package org.commonground.browser;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where Chromium usually stands, whatever the machine: what people name themselves comes first. */
final class ChromiumPlaces {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/snap/bin");
    private static final List<String> APPLICATIONS = List.of("Chromium.app/Contents/MacOS/Chromium",
            "Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> PROGRAMS = List.of("Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe");

    private ChromiumPlaces() {
    }

    /** From the likeliest to the last; most of them are not there. */
    static List<Path> of(Map<String, String> environment) {
        List<Path> places = new ArrayList<>();
        of(environment, "CHROMIUM").map(Path::of).forEach(places::add);
        Stream<String> path = of(environment, "PATH").flatMap(folders -> Stream.of(folders.replace("\"", "").split(File.pathSeparator)));
        Stream.concat(path.filter(folder -> !folder.isBlank()), FOLDERS.stream())
                .forEach(folder -> NAMES.forEach(name -> places.add(Path.of(folder, name))));
        Stream.concat(Stream.of("/"), of(environment, "HOME"))
                .forEach(home -> APPLICATIONS.forEach(application -> places.add(Path.of(home, "Applications", application))));
        Stream.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA").flatMap(variable -> of(environment, variable))
                .forEach(folder -> PROGRAMS.forEach(program -> places.add(Path.of(folder, program))));
        return places.stream().distinct().toList();
    }

    private static Stream<String> of(Map<String, String> environment, String variable) {
        return Stream.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
