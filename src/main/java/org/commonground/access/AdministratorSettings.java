package org.commonground.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first administrator, from the environment: {@code COMMONGROUND_ADMIN_ID} and {@code COMMONGROUND_ADMIN_PASSWORD}. */
@ConfigurationProperties("commonground.admin")
record AdministratorSettings(String id, String password) {

    boolean present() {
        return id != null && !id.isBlank() && password != null && !password.isBlank();
    }
}
