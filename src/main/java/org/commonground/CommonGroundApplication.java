package org.commonground;

import java.util.Locale;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Common Ground: runs partnerships between organisations, from first aims to a planned closure. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CommonGroundApplication {

    static {
        // Numbers and sentences are written in English whatever language the machine speaks: “P-2026-0007” in its digits would fit no
        // pattern.
        Locale.setDefault(Locale.ENGLISH);
    }

    public static void main(String[] arguments) {
        SpringApplication.run(CommonGroundApplication.class, arguments);
    }
}
