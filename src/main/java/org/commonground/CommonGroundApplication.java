package org.commonground;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Common Ground: runs partnerships between organisations, from first aims to a planned closure. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CommonGroundApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CommonGroundApplication.class, arguments);
    }
}
